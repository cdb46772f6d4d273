// Searches between 0.1 and 10.
import exercise.TemperatureCalibration;
import java.util.Arrays;

public class Solution implements TemperatureCalibration {
    @Override
    public double nll(double[][] logits, int[] labels, double T) {
        check(logits, labels);
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
        return mean(logits, labels, T);
    }

    @Override
    public double fit(double[][] logits, int[] labels) {
        check(logits, labels);
        checkVaried(logits);
        double low = 0.1;
        double high = 10;
        while (high / low > 1.000001) {
            double middle = Math.sqrt(low * high);
            if (mean(logits, labels, middle) > mean(logits, labels, middle * 1.00001)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double mean(double[][] logits, int[] labels, double T) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double max = Arrays.stream(logits[i]).max().getAsDouble();
            double mass = 0;
            for (double logit : logits[i]) {
                mass += Math.exp((logit - max) / T);
            }
            sum += Math.log(mass) + (max - logits[i][labels[i]]) / T;
        }
        return sum / labels.length;
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
