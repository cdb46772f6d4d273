import exercise.ScaledDotAttention;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Collects the allowed keys of a query, sorts them by score and adds from the smallest
/// weight to the largest; logarithms until the end.
public class Solution implements ScaledDotAttention {
    private record Scored(int key, double score) {}

    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        var out = new double[q.length][v[0].length];
        var weights = new double[q.length][k.length];
        for (int i = 0; i < q.length; i++) {
            double[] query = q[i];
            int[] allowed = mask == null ? null : mask[i];
            List<Scored> keys = IntStream.range(0, k.length)
                    .filter(j -> allowed == null || allowed[j] == 1)
                    .mapToObj(j -> new Scored(j, score(query, k[j])))
                    .sorted(Comparator.comparingDouble(Scored::score))
                    .toList();
            if (keys.isEmpty()) {
                continue;
            }
            double logSum = logSumExp(keys);
            for (Scored key : keys) {
                double weight = Math.exp(key.score - logSum);
                weights[i][key.key] = weight;
                for (int c = 0; c < out[i].length; c++) {
                    out[i][c] += weight * v[key.key][c];
                }
            }
        }
        return new Attn(out, weights);
    }

    private static double logSumExp(List<Scored> ascending) {
        double max = ascending.getLast().score;
        double sum = 0;
        for (Scored key : ascending) {
            sum += Math.exp(key.score - max);
        }
        return max + Math.log(sum);
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
