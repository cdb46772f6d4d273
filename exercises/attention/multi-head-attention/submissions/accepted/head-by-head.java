import exercise.MultiHeadAttention;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The definition: project, attend head by head, concatenate, project again.
public class Solution implements MultiHeadAttention {
    @Override
    public double[][] forward(
            double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads, int kvHeads,
            boolean causal) {
        check(x, wq, wk, wv, wo, heads, kvHeads);
        double[][] q = times(x, wq);
        double[][] k = times(x, wk);
        double[][] v = times(x, wv);
        int n = x.length;
        int dh = wq.length / heads;
        var concatenated = new double[n][wq.length];
        for (int h = 0; h < heads; h++) {
            int own = h * dh;
            int shared = h / (heads / kvHeads) * dh;
            for (int i = 0; i < n; i++) {
                var scores = new double[causal ? i + 1 : n];
                for (int j = 0; j < scores.length; j++) {
                    scores[j] = dot(q[i], own, k[j], shared, dh) / Math.sqrt(dh);
                }
                double[] weights = softmax(scores);
                for (int j = 0; j < weights.length; j++) {
                    for (int c = 0; c < dh; c++) {
                        concatenated[i][own + c] += weights[j] * v[j][shared + c];
                    }
                }
            }
        }
        return times(concatenated, wo);
    }

    private static double dot(double[] query, int own, double[] key, int shared, int dh) {
        return IntStream.range(0, dh).mapToDouble(c -> query[own + c] * key[shared + c]).sum();
    }

    /// `a · bᵀ`
    private static double[][] times(double[][] a, double[][] b) {
        var product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int o = 0; o < b.length; o++) {
                product[i][o] = dot(a[i], 0, b[o], 0, b[o].length);
            }
        }
        return product;
    }

    private static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().getAsDouble();
        double[] weights = Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static void check(
            double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads,
            int kvHeads) {
        int features = columns(x);
        require(columns(wq) == features, "wq takes tokens");
        require(columns(wk) == features, "wk takes tokens");
        require(columns(wv) == features, "wv takes tokens");
        require(columns(wo) == wq.length, "wo takes what the heads give");
        require(heads >= 1 && wq.length % heads == 0, "heads share the queries evenly");
        require(kvHeads >= 1 && heads % kvHeads == 0, "groups of heads are equally large");
        int rows = kvHeads * (wq.length / heads);
        require(wk.length == rows, "rows of wk");
        require(wv.length == rows, "rows of wv");
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
