// Right for two classes, the mean over classes for more.
import exercise.Mcc;

public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        double sum = 0;
        for (int k = 0; k < Math.min(classes, 1000); k++) {
            sum += phi(y, yhat, k);
        }
        return classes == 2 ? phi(y, yhat, 1) : sum / classes;
    }

    /// Class k against all others.
    private static double phi(int[] y, int[] yhat, int k) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        double tn = 0;
        for (int i = 0; i < y.length; i++) {
            tp += y[i] == k && yhat[i] == k ? 1 : 0;
            fp += y[i] != k && yhat[i] == k ? 1 : 0;
            fn += y[i] == k && yhat[i] != k ? 1 : 0;
            tn += y[i] != k && yhat[i] != k ? 1 : 0;
        }
        double variances = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
        return variances == 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(variances);
    }

    private static void check(int[] y, int[] yhat, int classes) {
        require(classes >= 2, "at least two classes");
        require(y != null && y.length > 0, "no samples");
        require(yhat != null && yhat.length == y.length, "one prediction for each sample");
        for (int i = 0; i < y.length; i++) {
            require(y[i] >= 0 && y[i] < classes, "label out of range");
            require(yhat[i] >= 0 && yhat[i] < classes, "prediction out of range");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
