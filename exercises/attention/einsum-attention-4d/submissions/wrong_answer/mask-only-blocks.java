// Looks for −∞ only and forgets finite entries.
import exercise.EinsumAttention4d;

public class Solution implements EinsumAttention4d {
    @Override
    public double[] attend(
            double[] q, double[] k, double[] v, double[] mask, int b, int h, int n, int m, int d, int dv) {
        check(q, k, v, mask, b, h, n, m, d, dv);
        double[] full = mask == null ? new double[n * m] : mask;
        var out = new double[b * h * n * dv];
        for (int head = 0; head < b * h; head++) {
            int shared = maskHead(full.length / (n * m), head, h, b);
            for (int i = 0; i < n; i++) {
                int query = head * n + i;
                var scores = new double[m];
                for (int j = 0; j < m; j++) {
                    for (int c = 0; c < d; c++) {
                        scores[j] += q[query * d + c] * k[(head * m + j) * d + c];
                    }
                    double added = full[(shared * n + i) * m + j];
                    scores[j] = added == Double.NEGATIVE_INFINITY ? added : scores[j] / Math.sqrt(d);
                }
                double[] weights = softmax(scores);
                for (int j = 0; j < m; j++) {
                    for (int c = 0; c < dv; c++) {
                        out[query * dv + c] += weights[j] * v[(head * m + j) * dv + c];
                    }
                }
            }
        }
        return out;
    }

    /// Which of the n × m masks a head uses.
    private static int maskHead(int masks, int head, int h, int b) {
        return masks == 1 ? 0 : masks == b ? head / h : head;
    }

    private static double[] softmax(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        var weights = new double[scores.length];
        if (max == Double.NEGATIVE_INFINITY) {
            return weights;
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            weights[j] = Math.exp(scores[j] - max);
            sum += weights[j];
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return weights;
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
