import exercise.RDropLoss;
import java.util.Arrays;

/// Both divergences in one sum of (p - q)(ln p - ln q), where the log-partitions cancel
/// because p - q sums to 0: what is left is the difference of the plain logits.
public class Solution implements RDropLoss {
    @Override
    public Parts loss(double[][] logits1, double[][] logits2, int[] labels, double alpha) {
        check(logits1, logits2, labels, alpha);
        double nll = 0;
        double kl = 0;
        for (int i = labels.length - 1; i >= 0; i--) {
            double[] first = logits1[i];
            double[] second = logits2[i];
            double partition1 = logPartition(first);
            double partition2 = logPartition(second);
            int label = labels[i];
            nll += (partition1 - first[label] + partition2 - second[label]) / labels.length;
            for (int c = 0; c < first.length; c++) {
                double gap = Math.exp(first[c] - partition1) - Math.exp(second[c] - partition2);
                kl += gap * (first[c] - second[c]) / (2 * labels.length);
            }
        }
        return new Parts(nll, kl, nll + alpha * kl);
    }

    private static double logPartition(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }

    private static void check(double[][] logits1, double[][] logits2, int[] labels, double alpha) {
        int classes = width(logits1);
        require(width(logits2) == classes && logits2.length == logits1.length, "passes of different shapes");
        require(labels != null && labels.length == logits1.length, "not one label for each row");
        require(Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes), "no such class");
        require(alpha >= 0 && alpha < Double.POSITIVE_INFINITY, "alpha must be finite and not negative");
    }

    /// The number of columns of a matrix that holds finite numbers only.
    private static int width(double[][] matrix) {
        require(matrix != null && matrix.length > 0, "a matrix without rows");
        for (double[] row : matrix) {
            require(row != null && row.length == matrix[0].length, "rows of different lengths");
            require(Arrays.stream(row).allMatch(Double::isFinite), "NaN or infinity in a matrix");
        }
        return matrix[0].length;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
