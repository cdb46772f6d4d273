// Of equal scores the upper layer first.
import exercise.SensitivityScan;
import java.util.Arrays;

public class Solution implements SensitivityScan {
    /// Below every magnitude but 0; keeps layers of zeros from dividing by it.
    private static final double TINY = 1e-200;

    @Override
    public double[] scan(double[][][] weights, double[][] x, int bits) {
        check(weights, x, bits);
        int layers = weights.length;
        var rough = Arrays.stream(weights)
                .map(layer -> quantize(layer, bits)).toArray(double[][][]::new);
        var scores = new double[layers];
        for (double[] sample : x) {
            var inputs = new double[layers + 1][];
            inputs[0] = sample;
            for (int l = 0; l < layers; l++) {
                inputs[l + 1] = times(weights[l], inputs[l], l < layers - 1);
            }
            for (int l = 0; l < layers; l++) {
                double[] a = times(rough[l], inputs[l], l < layers - 1);
                for (int behind = l + 1; behind < layers; behind++) {
                    a = times(weights[behind], a, behind < layers - 1);
                }
                for (int o = 0; o < a.length; o++) {
                    scores[l] += Math.pow(inputs[layers][o] - a[o], 2) / x.length / a.length;
                }
            }
        }
        return scores;
    }

    /// A layer's place is the number of layers that come before it.
    @Override
    public int[] rank(double[] scores) {
        columns(new double[][]{scores});
        var order = new int[scores.length];
        for (int l = 0; l < scores.length; l++) {
            int place = 0;
            for (int other = 0; other < scores.length; other++) {
                if (scores[other] > scores[l] || scores[other] == scores[l] && other > l) {
                    place++;
                }
            }
            order[place] = l;
        }
        return order;
    }

    private static double[] times(double[][] w, double[] a, boolean relu) {
        var result = new double[w.length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < a.length; c++) {
                result[o] += w[o][c] * a[c];
            }
            if (relu) {
                result[o] = Math.max(result[o], 0);
            }
        }
        return result;
    }

    private static double[][] quantize(double[][] w, int bits) {
        double max = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).max().getAsDouble();
        double steps = (Math.pow(2, bits - 1) - 1) / Math.max(max, TINY);
        return Arrays.stream(w)
                .map(row -> Arrays.stream(row).map(weight -> Math.rint(weight * steps) / steps).toArray())
                .toArray(double[][]::new);
    }

    private static void check(double[][][] weights, double[][] x, int bits) {
        require(bits >= 2 && bits <= 16, "2 to 16 bits");
        require(weights != null && weights.length > 0, "no layers");
        int width = columns(x);
        for (double[][] layer : weights) {
            require(columns(layer) == width, "a layer takes what the layer before gives");
            width = layer.length;
        }
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
