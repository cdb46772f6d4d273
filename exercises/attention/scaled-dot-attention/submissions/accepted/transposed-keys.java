import exercise.ScaledDotAttention;
import java.util.Arrays;

/// Queries scaled beforehand, keys and values stored by columns, so that the inner loops
/// run over neighbouring keys.
public class Solution implements ScaledDotAttention {
    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        double factor = 1 / Math.sqrt(k[0].length);
        double[][] keys = transposed(k);
        double[][] values = transposed(v);
        var out = new double[q.length][values.length];
        var weights = new double[q.length][];
        for (int i = 0; i < q.length; i++) {
            var scores = new double[k.length];
            for (int c = 0; c < keys.length; c++) {
                double coordinate = q[i][c] * factor;
                for (int j = 0; j < scores.length; j++) {
                    scores[j] += coordinate * keys[c][j];
                }
            }
            if (mask != null) {
                for (int j = 0; j < scores.length; j++) {
                    scores[j] = mask[i][j] == 1 ? scores[j] : Double.NEGATIVE_INFINITY;
                }
            }
            weights[i] = softmax(scores);
            for (int c = 0; c < values.length; c++) {
                out[i][c] = dot(weights[i], values[c]);
            }
        }
        return new Attn(out, weights);
    }

    private static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().getAsDouble();
        if (max == Double.NEGATIVE_INFINITY) {
            return new double[scores.length];
        }
        double[] weights = Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
        double inverse = 1 / Arrays.stream(weights).sum();
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= inverse;
        }
        return weights;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = a.length - 1; j >= 0; j--) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double[][] transposed(double[][] matrix) {
        var result = new double[matrix[0].length][matrix.length];
        for (int j = 0; j < matrix.length; j++) {
            for (int c = 0; c < result.length; c++) {
                result[c][j] = matrix[j][c];
            }
        }
        return result;
    }

    private static void check(double[][] q, double[][] k, double[][] v, int[][] mask) {
        int width = columns(q);
        require(width == columns(k), "queries and keys differ in dimension");
        columns(v);
        require(k.length == v.length, "one value for each key");
        if (mask == null) {
            return;
        }
        require(mask.length == q.length, "one row of the mask for each query");
        for (int[] row : mask) {
            require(row != null && row.length == k.length, "one column of the mask for each key");
            for (int allowed : row) {
                require(allowed == 0 || allowed == 1, "the mask holds 0 and 1");
            }
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
