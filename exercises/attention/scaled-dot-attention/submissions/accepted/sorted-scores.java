import exercise.ScaledDotAttention;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Gathers the keys that a query may attend to, adds their exponentials from the smallest
/// to the largest, and keeps to logarithms until the end.
public class Solution implements ScaledDotAttention {
    @Override
    public Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask) {
        check(q, k, v, mask);
        var out = new double[q.length][v[0].length];
        var weights = new double[q.length][k.length];
        for (int i = 0; i < q.length; i++) {
            double[] query = q[i];
            int[] row = mask == null ? null : mask[i];
            int[] allowed = IntStream.range(0, k.length).filter(j -> row == null || row[j] == 1).toArray();
            if (allowed.length == 0) {
                continue;
            }
            double[] scores = Arrays.stream(allowed).mapToDouble(j -> score(query, k[j])).toArray();
            double logSum = logSumExp(scores);
            for (int a = 0; a < allowed.length; a++) {
                double weight = Math.exp(scores[a] - logSum);
                weights[i][allowed[a]] = weight;
                for (int c = 0; c < out[i].length; c++) {
                    out[i][c] += weight * v[allowed[a]][c];
                }
            }
        }
        return new Attn(out, weights);
    }

    private static double logSumExp(double[] scores) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (double score : ascending) {
            sum += Math.exp(score - ascending[ascending.length - 1]);
        }
        return ascending[ascending.length - 1] + Math.log(sum);
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
