import exercise.ScaledDotAttention;

/// The definition, row by row.
public class Solution implements ScaledDotAttention {
    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        int n = q.length;
        int m = k.length;
        var out = new double[n][v[0].length];
        var weights = new double[n][m];
        for (int i = 0; i < n; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < m; j++) {
                weights[i][j] = mask != null && mask[i][j] == 0 ? Double.NEGATIVE_INFINITY : score(q[i], k[j]);
                max = Math.max(max, weights[i][j]);
            }
            if (max == Double.NEGATIVE_INFINITY) {
                weights[i] = new double[m];
                continue;
            }
            double sum = 0;
            for (int j = 0; j < m; j++) {
                weights[i][j] = Math.exp(weights[i][j] - max);
                sum += weights[i][j];
            }
            for (int j = 0; j < m; j++) {
                weights[i][j] /= sum;
                for (int c = 0; c < out[i].length; c++) {
                    out[i][c] += weights[i][j] * v[j][c];
                }
            }
        }
        return new Attn(out, weights);
    }

    private static double score(double[] query, double[] key) {
        double sum = 0;
        for (int c = 0; c < key.length; c++) {
            sum += query[c] * key[c];
        }
        return sum / Math.sqrt(key.length);
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
