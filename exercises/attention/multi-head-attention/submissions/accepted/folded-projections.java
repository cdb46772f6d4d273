import exercise.MultiHeadAttention;
import java.util.Arrays;

/// No head has queries of its own: its two projections before the softmax are folded into one
/// matrix, and so are the two after it. Outputs of the heads are added, not concatenated.
public class Solution implements MultiHeadAttention {
    @Override
    public double[][] forward(
            double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads, int kvHeads,
            boolean causal) {
        check(x, wq, wk, wv, wo, heads, kvHeads);
        int dh = wq.length / heads;
        double[][] columns = transposed(wo);
        var out = new double[x.length][wo.length];
        for (int h = 0; h < heads; h++) {
            int group = h / (heads / kvHeads);
            double[][] queries = transposed(part(wq, h, dh));
            double[][] keys = times(x, times(queries, transposed(part(wk, group, dh))));
            double[][] output = transposed(part(columns, h, dh));
            double[][] values = times(x, times(output, transposed(part(wv, group, dh))));
            double[][] scores = times(x, keys);
            for (int i = 0; i < x.length; i++) {
                double[] weights = softmax(scores[i], causal ? i + 1 : x.length, Math.sqrt(dh));
                for (int j = 0; j < weights.length; j++) {
                    for (int o = 0; o < wo.length; o++) {
                        out[i][o] += weights[j] * values[j][o];
                    }
                }
            }
        }
        return out;
    }

    private static double[][] part(double[][] rows, int head, int dh) {
        return Arrays.copyOfRange(rows, head * dh, (head + 1) * dh);
    }

    private static double[][] transposed(double[][] matrix) {
        var result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int c = 0; c < result.length; c++) {
                result[c][i] = matrix[i][c];
            }
        }
        return result;
    }

    private static double[] softmax(double[] products, int keys, double root) {
        double[] scores = Arrays.stream(products).limit(keys).map(product -> product / root).toArray();
        double max = Arrays.stream(scores).max().getAsDouble();
        double[] weights = Arrays.stream(scores).map(score -> Math.exp(score - max)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /// `a · bᵀ`
    private static double[][] times(double[][] a, double[][] b) {
        var product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int o = 0; o < b.length; o++) {
                for (int c = 0; c < b[o].length; c++) {
                    product[i][o] += a[i][c] * b[o][c];
                }
            }
        }
        return product;
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
