// Guards the logarithm with 1e-12.
import exercise.RDropLoss;
import java.util.Arrays;

public class Solution implements RDropLoss {
    @Override
    public Parts loss(double[][] logits1, double[][] logits2, int[] labels, double alpha) {
        check(logits1, logits2, labels, alpha);
        double nll = 0;
        double kl = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] first = logSoftmax(logits1[i]);
            double[] second = logSoftmax(logits2[i]);
            nll -= first[labels[i]] + second[labels[i]];
            kl += (divergence(first, second) + divergence(second, first)) / 2;
        }
        nll /= labels.length;
        kl /= labels.length;
        return new Parts(nll, kl, nll + alpha * kl);
    }

    private static double divergence(double[] from, double[] to) {
        double sum = 0;
        for (int c = 0; c < from.length; c++) {
            sum += Math.exp(from[c]) * (from[c] - to[c]);
        }
        return sum;
    }

    private static double[] logSoftmax(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double log = Math.log(Arrays.stream(logits).map(logit -> Math.exp(logit - max)).sum());
        return Arrays.stream(logits).map(logit -> Math.log(Math.exp(logit - max - log) + 1e-12)).toArray();
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
