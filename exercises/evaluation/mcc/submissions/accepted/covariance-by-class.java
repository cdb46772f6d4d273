import exercise.Mcc;
import java.util.Arrays;

/// Adds up a covariance and two variances class by class, each from a table of counts.
public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        int[] truths = count(y, classes);
        int[] claims = count(yhat, classes);
        var hits = new int[classes];
        for (int i = 0; i < y.length; i++) {
            if (y[i] == yhat[i]) {
                hits[y[i]]++;
            }
        }
        double n = y.length;
        double covariance = 0;
        double truthVariance = 0;
        double claimVariance = 0;
        for (int k = 0; k < classes; k++) {
            covariance += hits[k] * n - (double) truths[k] * claims[k];
            truthVariance += truths[k] * (n - truths[k]);
            claimVariance += claims[k] * (n - claims[k]);
        }
        double root = Math.sqrt(truthVariance * claimVariance);
        return root == 0 ? 0 : covariance / root;
    }

    private static int[] count(int[] labels, int classes) {
        var counts = new int[classes];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        return counts;
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
