import exercise.ClassWeightedCe;

/// Collects surprises and samples by class first and weighs the classes at the end.
public class Solution implements ClassWeightedCe {
    @Override
    public double[] weights(int[] counts, double power) {
        checkCounts(counts, power);
        int largest = counts[0];
        for (int count : counts) {
            largest = Math.max(largest, count);
        }
        var weights = new double[counts.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.pow(largest, power) / Math.pow(counts[k], power);
        }
        return weights;
    }

    @Override
    public double loss(double[][] logits, int[] labels, double[] weight) {
        checkBatch(logits, labels, weight);
        var surprises = new double[weight.length];
        var samples = new int[weight.length];
        for (int i = 0; i < labels.length; i++) {
            surprises[labels[i]] += surprise(logits[i], labels[i]);
            samples[labels[i]]++;
        }
        double sum = 0;
        double mass = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += weight[k] * surprises[k];
            mass += weight[k] * samples[k];
        }
        return sum / mass;
    }

    /// ln Σ exp(z_c - z_label), by the largest of the differences.
    private static double surprise(double[] row, int label) {
        double max = 0;
        for (double logit : row) {
            max = Math.max(max, logit - row[label]);
        }
        double sum = 0;
        for (double logit : row) {
            sum += Math.exp(logit - row[label] - max);
        }
        return max + Math.log(sum);
    }

    private static void checkCounts(int[] counts, double power) {
        require(counts != null && counts.length > 0, "no classes");
        for (int count : counts) {
            require(count >= 1, "every class needs a sample");
        }
        require(power >= 0 && power < Double.POSITIVE_INFINITY, "power must be finite and not negative");
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
