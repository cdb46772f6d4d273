import exercise.ExpectedCalibrationError;
import java.util.HashMap;
import java.util.Map;

/// Only bins that hold a sample exist; each keeps right predictions minus confidences.
public class Solution implements ExpectedCalibrationError {
    private record Bin(int samples, double excess) {
        Bin plus(Bin other) {
            return new Bin(samples + other.samples, excess + other.excess);
        }
    }

    @Override
    public double ece(double[][] prob, int[] labels, int bins) {
        return fill(prob, labels, bins).values().stream()
                .mapToDouble(bin -> Math.abs(bin.excess / prob.length))
                .sum();
    }

    @Override
    public double mce(double[][] prob, int[] labels, int bins) {
        return fill(prob, labels, bins).values().stream()
                .mapToDouble(bin -> Math.abs(bin.excess / bin.samples))
                .max()
                .getAsDouble();
    }

    private static Map<Double, Bin> fill(double[][] prob, int[] labels, int bins) {
        check(prob, labels, bins);
        var filled = new HashMap<Double, Bin>();
        for (int i = 0; i < prob.length; i++) {
            double[] row = prob[i];
            double confidence = 0;
            for (double p : row) {
                confidence = Math.max(confidence, p);
            }
            int best = 0;
            while (row[best] < confidence) {
                best++;
            }
            var sample = new Bin(1, (best == labels[i] ? 1 : 0) - confidence);
            filled.merge(Math.min(Math.ceil(confidence * bins), bins), sample, Bin::plus);
        }
        return filled;
    }

    private static void check(double[][] prob, int[] labels, int bins) {
        require(bins >= 1, "at least one bin");
        require(prob != null && prob.length > 0 && prob[0] != null, "no rows");
        int classes = prob[0].length;
        for (double[] row : prob) {
            require(row != null && row.length == classes, "ragged matrix");
            double sum = 0;
            for (double p : row) {
                require(p >= 0, "probabilities must not be negative");
                sum += p;
            }
            require(Math.abs(sum - 1) <= 1e-6, "rows must sum to 1");
        }
        require(labels != null && labels.length == prob.length, "one label for each row");
        for (int label : labels) {
            require(label >= 0 && label < classes, "label out of range");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
