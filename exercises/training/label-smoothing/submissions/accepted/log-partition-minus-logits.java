import exercise.LabelSmoothing;
import java.util.Arrays;

/// A target sums to 1, so a row costs its log-partition minus two expectations of logits:
/// that of the label and that of the uniform distribution. No target is written down.
public class Solution implements LabelSmoothing {
    @Override
    public double loss(double[][] logits, int[] labels, double eps) {
        check(logits, labels, eps);
        double mean = 0;
        for (int i = 0; i < logits.length; i++) {
            double uniform = Arrays.stream(logits[i]).average().getAsDouble();
            double cost = logPartition(logits[i]) - (1 - eps) * logits[i][labels[i]] - eps * uniform;
            mean += cost / logits.length;
        }
        return mean;
    }

    @Override
    public double[][] grad(double[][] logits, int[] labels, double eps) {
        check(logits, labels, eps);
        var grad = new double[logits.length][];
        for (int i = 0; i < grad.length; i++) {
            double partition = logPartition(logits[i]);
            double floor = eps / logits[i].length;
            grad[i] = Arrays.stream(logits[i])
                    .map(logit -> (Math.exp(logit - partition) - floor) / logits.length)
                    .toArray();
            grad[i][labels[i]] -= (1 - eps) / grad.length;
        }
        return grad;
    }

    private static double logPartition(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }

    private static void check(double[][] logits, int[] labels, double eps) {
        int classes = width(logits);
        require(labels != null && labels.length == logits.length, "not one label for each row");
        require(Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes), "no such class");
        require(eps >= 0 && eps < 1, "eps must be at least 0 and below 1");
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
