// Divides 0 by 0 in empty bins.
import exercise.ExpectedCalibrationError;

public class Solution implements ExpectedCalibrationError {
    private record Bins(int[] samples, int[] right, double[] confidence) {
        double gap(int b) {
            return Math.abs(right[b] - confidence[b]) / samples[b];
        }
    }

    @Override
    public double ece(double[][] prob, int[] labels, int bins) {
        Bins filled = fill(prob, labels, bins);
        double sum = 0;
        for (int b = 0; b < bins; b++) {
            if (filled.samples[b] > 0) {
                sum += filled.samples[b] * filled.gap(b);
            }
        }
        return sum / prob.length;
    }

    @Override
    public double mce(double[][] prob, int[] labels, int bins) {
        Bins filled = fill(prob, labels, bins);
        double largest = 0;
        for (int b = 0; b < bins; b++) {
            largest = Math.max(largest, filled.gap(b));
        }
        return largest;
    }

    private static Bins fill(double[][] prob, int[] labels, int bins) {
        check(prob, labels, bins);
        var filled = new Bins(new int[bins], new int[bins], new double[bins]);
        for (int i = 0; i < prob.length; i++) {
            int best = prediction(prob[i]);
            double confidence = prob[i][best];
            int b = Math.min((int) Math.ceil(confidence * bins), bins) - 1;
            filled.samples[b]++;
            filled.confidence[b] += confidence;
            if (best == labels[i]) {
                filled.right[b]++;
            }
        }
        return filled;
    }

    private static int prediction(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            if (row[c] > row[best]) {
                best = c;
            }
        }
        return best;
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
