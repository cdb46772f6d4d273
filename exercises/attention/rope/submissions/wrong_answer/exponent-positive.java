// Frequencies rise instead of falling.
import exercise.Rope;

public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        check(x, pos, base, layout);
        int d = x[0].length;
        boolean neighbours = layout.equals("interleaved");
        var out = new double[x.length][d];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < d / 2; i++) {
                int a = neighbours ? 2 * i : i;
                int b = neighbours ? a + 1 : i + d / 2;
                double angle = pos[t] * Math.pow(base, 2.0 * i / d);
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                out[t][a] = x[t][a] * cos - x[t][b] * sin;
                out[t][b] = x[t][a] * sin + x[t][b] * cos;
            }
        }
        return out;
    }

    private static void check(double[][] x, int[] pos, double base, String layout) {
        require(x != null && x.length > 0 && x[0] != null, "no rows");
        int d = x[0].length;
        require(d > 0 && d % 2 == 0, "columns come in pairs");
        for (double[] row : x) {
            require(row != null && row.length == d, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        require(pos != null && pos.length == x.length, "one position for each row");
        for (int p : pos) {
            require(p >= 0, "positions start at 0");
        }
        require(base > 1 && base < Double.POSITIVE_INFINITY, "base must be finite and above 1");
        require("interleaved".equals(layout) || "half".equals(layout), "unknown layout");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
