import exercise.Rope;

/// Frequencies as a geometric sequence, and the turn of position p as the p-th power of
/// the turn of position 1, by squaring.
public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        check(x, pos, base, layout);
        int d = x[0].length;
        int step = layout.equals("half") ? 1 : 2;
        int gap = layout.equals("half") ? d / 2 : 1;
        double ratio = Math.pow(base, -2.0 / d);
        var out = new double[x.length][d];
        double frequency = 1;
        for (int i = 0; i < d; i += 2) {
            int a = step * i / 2;
            for (int t = 0; t < x.length; t++) {
                double[] turn = power(Math.cos(frequency), Math.sin(frequency), pos[t]);
                out[t][a] = turn[0] * x[t][a] - turn[1] * x[t][a + gap];
                out[t][a + gap] = turn[1] * x[t][a] + turn[0] * x[t][a + gap];
            }
            frequency *= ratio;
        }
        return out;
    }

    private static double[] power(double cos, double sin, int exponent) {
        double re = 1;
        double im = 0;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                double real = re * cos - im * sin;
                im = re * sin + im * cos;
                re = real;
            }
            double squared = cos * cos - sin * sin;
            sin = 2 * sin * cos;
            cos = squared;
        }
        return new double[]{re, im};
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
