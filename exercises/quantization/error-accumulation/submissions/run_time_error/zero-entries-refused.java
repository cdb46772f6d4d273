// Refuses an output with a single 0 in it.
import exercise.ErrorAccumulation;

public class Solution implements ErrorAccumulation {
    @Override
    public Trace trace(double[][][] weights, double[] x, int bits) {
        check(weights, x, bits);
        var relErr = new double[weights.length];
        var bound = new double[weights.length];
        double[] exact = x;
        double[] rough = x;
        double b = 0;
        for (int l = 0; l < weights.length; l++) {
            double[][] w = weights[l];
            double[][] rounded = quantize(w, bits);
            b = norm(rounded) * b + norm(minus(w, rounded)) * norm(exact);
            exact = times(w, exact);
            rough = times(rounded, rough);
            double size = norm(exact);
            require(java.util.Arrays.stream(exact).allMatch(v -> v != 0), "the output of a layer is 0");
            relErr[l] = norm(minus(new double[][]{exact}, new double[][]{rough})) / size;
            bound[l] = b / size;
        }
        return new Trace(relErr, bound);
    }

    private static double[] times(double[][] w, double[] y) {
        var result = new double[w.length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < y.length; c++) {
                result[o] += w[o][c] * y[c];
            }
        }
        return result;
    }

    private static double[][] minus(double[][] w, double[][] other) {
        var result = new double[w.length][w[0].length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < w[o].length; c++) {
                result[o][c] = w[o][c] - other[o][c];
            }
        }
        return result;
    }

    /// Euclidean of one row, Frobenius of several.
    private static double norm(double[]... rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double cell : row) {
                sum += cell * cell;
            }
        }
        return Math.sqrt(sum);
    }

    private static double[][] quantize(double[][] w, int bits) {
        double max = 0;
        for (double[] row : w) {
            for (double weight : row) {
                max = Math.max(max, Math.abs(weight));
            }
        }
        double scale = max / ((1 << bits - 1) - 1);
        var result = new double[w.length][w[0].length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < w[o].length; c++) {
                result[o][c] = Math.rint(w[o][c] / scale) * scale;
            }
        }
        return result;
    }

    private static void check(double[][][] weights, double[] x, int bits) {
        require(bits >= 2 && bits <= 16, "2 to 16 bits");
        require(weights != null && weights.length > 0, "no layers");
        int width = columns(new double[][]{x});
        for (double[][] layer : weights) {
            require(columns(layer) == width, "a layer takes what the layer before gives");
            width = layer.length;
        }
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
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
