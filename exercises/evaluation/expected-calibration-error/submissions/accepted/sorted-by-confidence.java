import exercise.ExpectedCalibrationError;
import java.util.Arrays;

/// Sorts the confidences, a right prediction marked by its sign, and closes a bin
/// whenever the next one begins.
public class Solution implements ExpectedCalibrationError {
    private record Errors(double ece, double mce) {}

    @Override
    public double ece(double[][] prob, int[] labels, int bins) {
        return errors(prob, labels, bins).ece;
    }

    @Override
    public double mce(double[][] prob, int[] labels, int bins) {
        return errors(prob, labels, bins).mce;
    }

    private static Errors errors(double[][] prob, int[] labels, int bins) {
        check(prob, labels, bins);
        var signed = new Double[prob.length];
        Arrays.setAll(signed, i -> signed(prob[i], labels[i]));
        Arrays.sort(signed, (a, b) -> Double.compare(Math.abs(a), Math.abs(b)));
        double ece = 0;
        double mce = 0;
        int first = 0;
        double excess = 0;
        for (int i = 0; i < signed.length; i++) {
            excess += signed[i] > 0 ? 1 - signed[i] : signed[i];
            if (i == signed.length - 1 || bin(signed[i + 1], bins) > bin(signed[i], bins)) {
                ece += Math.abs(excess) / signed.length;
                mce = Math.max(mce, Math.abs(excess) / (i + 1 - first));
                first = i + 1;
                excess = 0;
            }
        }
        return new Errors(ece, mce);
    }

    private static double bin(double signed, int bins) {
        return Math.min(Math.ceil(Math.abs(signed) * bins), bins);
    }

    private static double signed(double[] row, int label) {
        double confidence = row[label];
        boolean right = true;
        for (int c = 0; c < row.length; c++) {
            if (row[c] > confidence || row[c] == confidence && c < label) {
                confidence = row[c];
                right = false;
            }
        }
        return right ? confidence : -confidence;
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
