// Finds the maximum and the sum of the row anew for every weight: O(n·m²·d).
import exercise.ScaledDotAttention;

public class Solution implements ScaledDotAttention {
    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        int n = q.length;
        int m = k.length;
        var weights = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                weights[i][j] = weight(q[i], k, mask == null ? null : mask[i], j);
            }
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

    private static double weight(double[] query, double[][] k, int[] allowed, int key) {
        if (allowed != null && allowed[key] == 0) {
            return 0;
        }
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int j = 0; j < k.length; j++) {
            if (allowed == null || allowed[j] == 1) {
                max = Math.max(max, score(query, k[j]));
            }
        }
        for (int j = 0; j < k.length; j++) {
            if (allowed == null || allowed[j] == 1) {
                sum += Math.exp(score(query, k[j]) - max);
            }
        }
        return Math.exp(score(query, k[key]) - max) / sum;
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
