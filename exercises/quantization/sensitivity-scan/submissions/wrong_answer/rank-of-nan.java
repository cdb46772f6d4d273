// Puts NaN somewhere instead of refusing it.
import exercise.SensitivityScan;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements SensitivityScan {
    /// Below every magnitude but 0; keeps layers of zeros from dividing by it.
    private static final double TINY = 1e-200;

    @Override
    public double[] scan(double[][][] weights, double[][] x, int bits) {
        check(weights, x, bits);
        double[][] exact = output(weights, x);
        var scores = new double[weights.length];
        for (int l = 0; l < weights.length; l++) {
            double[][][] changed = weights.clone();
            changed[l] = quantize(weights[l], bits);
            scores[l] = meanSquare(exact, output(changed, x));
        }
        return scores;
    }

    @Override
    public int[] rank(double[] scores) {
        require(scores != null && scores.length > 0, "no scores");
        return IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble(l -> -scores[l]))
                .mapToInt(l -> l).toArray();
    }

    private static double[][] output(double[][][] weights, double[][] x) {
        double[][] a = x;
        for (int l = 0; l < weights.length; l++) {
            var next = new double[a.length][weights[l].length];
            for (int i = 0; i < a.length; i++) {
                for (int o = 0; o < next[i].length; o++) {
                    double sum = 0;
                    for (int c = 0; c < a[i].length; c++) {
                        sum += weights[l][o][c] * a[i][c];
                    }
                    next[i][o] = l == weights.length - 1 ? sum : Math.max(sum, 0);
                }
            }
            a = next;
        }
        return a;
    }

    private static double[][] quantize(double[][] w, int bits) {
        double max = 0;
        for (double[] row : w) {
            for (double weight : row) {
                max = Math.max(max, Math.abs(weight));
            }
        }
        double scale = Math.max(max, TINY) / ((1 << bits - 1) - 1);
        var result = new double[w.length][w[0].length];
        for (int o = 0; o < w.length; o++) {
            for (int c = 0; c < w[o].length; c++) {
                result[o][c] = Math.rint(w[o][c] / scale) * scale;
            }
        }
        return result;
    }

    private static double meanSquare(double[][] exact, double[][] rough) {
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            for (int o = 0; o < exact[i].length; o++) {
                sum += (exact[i][o] - rough[i][o]) * (exact[i][o] - rough[i][o]);
            }
        }
        return sum / (exact.length * exact[0].length);
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
