import exercise.Rope;

/// The turn of one row is that of the row before, multiplied by the turn of the gap
/// between them, which rarely changes.
public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        check(x, pos, base, layout);
        int d = x[0].length;
        boolean neighbours = layout.equals("interleaved");
        var out = new double[x.length][d];
        for (int i = 0; i < d / 2; i++) {
            int a = neighbours ? 2 * i : i;
            int b = neighbours ? a + 1 : i + d / 2;
            double frequency = 1 / Math.pow(base, 2.0 * i / d);
            var turn = new Complex(1, 0);
            var step = new Complex(1, 0);
            int gap = 0;
            int last = 0;
            for (int t = 0; t < x.length; t++) {
                if (pos[t] - last != gap) {
                    gap = pos[t] - last;
                    step = new Complex(Math.cos(gap * frequency), Math.sin(gap * frequency));
                }
                last = pos[t];
                turn = turn.times(step);
                Complex turned = new Complex(x[t][a], x[t][b]).times(turn);
                out[t][a] = turned.re;
                out[t][b] = turned.im;
            }
        }
        return out;
    }

    private record Complex(double re, double im) {
        Complex times(Complex other) {
            return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
        }
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
