import exercise.ScaledDotAttention;

/// Keys in blocks, as in FlashAttention: a running maximum and sum for each query, and
/// an output that is rescaled whenever a block raises the maximum.
public class Solution implements ScaledDotAttention {
    private static final int BLOCK = 16;

    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        var out = new double[q.length][v[0].length];
        var weights = new double[q.length][k.length];
        for (int i = 0; i < q.length; i++) {
            attend(q[i], k, v, mask == null ? null : mask[i], out[i], weights[i]);
        }
        return new Attn(out, weights);
    }

    private static void attend(
            double[] query, double[][] k, double[][] v, int[] allowed, double[] out, double[] weights) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int from = 0; from < k.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, k.length);
            double highest = max;
            for (int j = from; j < to; j++) {
                if (allowed == null || allowed[j] == 1) {
                    weights[j] = score(query, k[j]);
                    highest = Math.max(highest, weights[j]);
                }
            }
            if (highest > max) {
                double scale = Math.exp(max - highest);
                sum *= scale;
                for (int c = 0; c < out.length; c++) {
                    out[c] *= scale;
                }
                max = highest;
            }
            for (int j = from; j < to; j++) {
                if (allowed == null || allowed[j] == 1) {
                    double term = Math.exp(weights[j] - max);
                    sum += term;
                    for (int c = 0; c < out.length; c++) {
                        out[c] += term * v[j][c];
                    }
                }
            }
        }
        if (sum == 0) {
            return;
        }
        for (int c = 0; c < out.length; c++) {
            out[c] /= sum;
        }
        for (int j = 0; j < weights.length; j++) {
            if (allowed == null || allowed[j] == 1) {
                weights[j] = Math.exp(weights[j] - max) / sum;
            }
        }
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
