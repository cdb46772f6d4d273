// Any finite power will do.
import exercise.ClassWeightedCe;
import java.util.Arrays;

public class Solution implements ClassWeightedCe {
    @Override
    public double[] weights(int[] counts, double power) {
        checkCounts(counts, power);
        double largest = Arrays.stream(counts).max().getAsInt();
        var weights = new double[counts.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.pow(largest / counts[k], power);
        }
        return weights;
    }

    @Override
    public double loss(double[][] logits, int[] labels, double[] weight) {
        checkBatch(logits, labels, weight);
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += weight[labels[i]] * surprise(logits[i], labels[i]);
            mass += weight[labels[i]];
        }
        return sum / mass;
    }

    private static double surprise(double[] row, int label) {
        double max = Arrays.stream(row).max().getAsDouble();
        double sum = 0;
        for (double logit : row) {
            sum += Math.exp(logit - max);
        }
        return Math.log(sum) - (row[label] - max);
    }

    private static void checkCounts(int[] counts, double power) {
        require(counts != null && counts.length > 0, "no classes");
        for (int count : counts) {
            require(count >= 1, "every class needs a sample");
        }
        require(Double.isFinite(power), "power must be finite");
    }

    private static void checkBatch(double[][] logits, int[] labels, double[] weight) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no rows");
        int classes = logits[0].length;
        require(classes > 0, "no classes");
        for (double[] row : logits) {
            require(row != null && row.length == classes, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
        require(labels != null && labels.length == logits.length, "one label for each row");
        for (int label : labels) {
            require(label >= 0 && label < classes, "label out of range");
        }
        require(weight != null && weight.length == classes, "one weight for each class");
        for (double each : weight) {
            require(each > 0 && each < Double.POSITIVE_INFINITY, "weights must be positive and finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
