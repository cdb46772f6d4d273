import exercise.TemperatureCalibration;
import java.util.Arrays;

/// The derivative with respect to 1/T is the expected logit minus that of the label. It
/// rises with 1/T, so its root is found by halving.
public class Solution implements TemperatureCalibration {
    @Override
    public double nll(double[][] logits, int[] labels, double T) {
        check(logits, labels);
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
        double mean = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] logs = logSoftmax(logits[i], 1 / T);
            mean -= logs[labels[i]] / labels.length;
        }
        return mean;
    }

    @Override
    public double fit(double[][] logits, int[] labels) {
        check(logits, labels);
        checkVaried(logits);
        double low = 1.0 / 20;
        double high = 1 / 0.05;
        while (high - low > 1e-8) {
            double middle = (low + high) / 2;
            if (slope(logits, labels, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 1 / low;
    }

    private static double slope(double[][] logits, int[] labels, double inverse) {
        double slope = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] logs = logSoftmax(logits[i], inverse);
            for (int c = 0; c < logs.length; c++) {
                // Relative to the label's logit, which keeps small differences exact.
                slope += Math.exp(logs[c]) * (logits[i][c] - logits[i][labels[i]]);
            }
        }
        return slope;
    }

    private static double[] logSoftmax(double[] logits, double inverse) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double[] shifted = Arrays.stream(logits).map(logit -> (logit - max) * inverse).toArray();
        double log = Math.log(Arrays.stream(shifted).map(Math::exp).sum());
        return Arrays.stream(shifted).map(logit -> logit - log).toArray();
    }

    private static void check(double[][] logits, int[] labels) {
        int classes = width(logits);
        require(labels != null && labels.length == logits.length, "not one label for each row");
        require(Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes), "no such class");
    }

    private static void checkVaried(double[][] logits) {
        require(Arrays.stream(logits).anyMatch(Solution::varies), "every row is constant");
    }

    private static boolean varies(double[] row) {
        return Arrays.stream(row).anyMatch(logit -> logit != row[0]);
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
