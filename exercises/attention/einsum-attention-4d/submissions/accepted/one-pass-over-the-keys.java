import exercise.EinsumAttention4d;
import java.util.Arrays;

/// Slices instead of strides, and for each query one pass over the keys that keeps the mean of the
/// values so far; a larger score takes weight from all earlier ones.
public class Solution implements EinsumAttention4d {
    @Override
    public double[] attend(
            double[] q, double[] k, double[] v, double[] mask, int b, int h, int n, int m, int d, int dv) {
        check(q, k, v, mask, b, h, n, m, d, dv);
        var out = new double[b * h * n * dv];
        for (int query = 0; query < b * h * n; query++) {
            int head = query / n;
            double[] scores = scores(slice(q, query, d), slice(k, head, m * d));
            if (mask != null) {
                int row = mask.length == n * m ? query % n : mask.length == b * n * m
                        ? head / h * n + query % n
                        : query;
                for (int j = 0; j < m; j++) {
                    scores[j] += mask[row * m + j];
                }
            }
            double[] mean = mean(scores, slice(v, head, m * dv));
            System.arraycopy(mean, 0, out, query * dv, dv);
        }
        return out;
    }

    private static double[] slice(double[] tensor, int index, int length) {
        return Arrays.copyOfRange(tensor, index * length, (index + 1) * length);
    }

    private static double[] scores(double[] query, double[] keys) {
        int d = query.length;
        var scores = new double[keys.length / d];
        for (int c = 0; c < keys.length; c++) {
            scores[c / d] += query[c % d] / Math.sqrt(d) * keys[c];
        }
        return scores;
    }

    private static double[] mean(double[] scores, double[] values) {
        var mean = new double[values.length / scores.length];
        double logSum = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < scores.length; j++) {
            if (scores[j] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            double low = Math.min(logSum, scores[j]);
            double high = Math.max(logSum, scores[j]);
            logSum = high + Math.log1p(Math.exp(low - high));
            double share = Math.exp(scores[j] - logSum);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += share * (values[j * mean.length + c] - mean[c]);
            }
        }
        return mean;
    }

    // A double holds every length exactly, and a product of sizes cannot overflow it.
    private static void check(
            double[] q, double[] k, double[] v, double[] mask, int b, int h, int n, int m, int d, int dv) {
        require(Math.min(b, Math.min(h, n)) >= 1 && Math.min(m, Math.min(d, dv)) >= 1, "sizes start at 1");
        double heads = (double) b * h;
        checkTensor(q, heads * n * d);
        checkTensor(k, heads * m * d);
        checkTensor(v, heads * m * dv);
        if (mask == null) {
            return;
        }
        double cells = (double) n * m;
        require(mask.length == cells || mask.length == b * cells || mask.length == heads * cells,
                "length of the mask");
        for (double entry : mask) {
            require(entry < Double.POSITIVE_INFINITY, "entries of the mask are finite or -Infinity");
        }
    }

    private static void checkTensor(double[] tensor, double length) {
        require(tensor != null && tensor.length == length, "lengths are products of sizes");
        for (double number : tensor) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
