// Divides by the variance of the truth.
import exercise.Mcc;

public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        var truths = new long[classes];
        var claims = new long[classes];
        long right = 0;
        for (int i = 0; i < y.length; i++) {
            truths[y[i]]++;
            claims[yhat[i]]++;
            if (y[i] == yhat[i]) {
                right++;
            }
        }
        long n = y.length;
        double covariance = right * n - dot(truths, claims);
        double variances = (double) (n * n - dot(truths, truths)) * (n * n - dot(truths, truths));
        return variances == 0 ? 0 : covariance / Math.sqrt(variances);
    }

    private static long dot(long[] a, long[] b) {
        long sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
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
