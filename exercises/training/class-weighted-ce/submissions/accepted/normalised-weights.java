import exercise.ClassWeightedCe;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Weights divided by their sum beforehand, and logarithms of sums of two, from the
/// smallest logit to the largest.
public class Solution implements ClassWeightedCe {
    @Override
    public double[] weights(int[] counts, double power) {
        checkCounts(counts, power);
        int largest = IntStream.of(counts).max().getAsInt();
        return IntStream.of(counts)
                .mapToDouble(count -> Math.pow((double) count / largest, -power))
                .toArray();
    }

    @Override
    public double loss(double[][] logits, int[] labels, double[] weight) {
        checkBatch(logits, labels, weight);
        double mass = IntStream.of(labels).mapToDouble(label -> weight[label]).sum();
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> -(weight[labels[i]] / mass) * logProbability(logits[i], labels[i]))
                .sum();
    }

    /// ln p = -softplus(ln Σ of the others), pairwise from the smallest to the largest logit.
    private static double logProbability(double[] row, int label) {
        double[] sorted = DoubleStream.of(row).map(logit -> logit - row[label]).sorted().toArray();
        double sum = sorted[0];
        for (int c = 1; c < sorted.length; c++) {
            sum = Math.max(sum, sorted[c]) + Math.log1p(Math.exp(-Math.abs(sum - sorted[c])));
        }
        return -sum;
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
