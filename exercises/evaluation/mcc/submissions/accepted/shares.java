import exercise.Mcc;

/// Shares instead of counts: how much better than chance, over two standard deviations.
public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        var truths = new int[classes];
        var claims = new int[classes];
        double right = 0;
        for (int i = 0; i < y.length; i++) {
            truths[y[i]]++;
            claims[yhat[i]]++;
            right += y[i] == yhat[i] ? 1 : 0;
        }
        double n = y.length;
        double chance = 0;
        double truthVariance = 1;
        double claimVariance = 1;
        for (int k = 0; k < classes; k++) {
            chance += truths[k] / n * (claims[k] / n);
            truthVariance -= truths[k] / n * (truths[k] / n);
            claimVariance -= claims[k] / n * (claims[k] / n);
        }
        // With one class only that share is exactly 1 and the variance exactly 0.
        if (truthVariance == 0 || claimVariance == 0) {
            return 0;
        }
        return (right / n - chance) / (Math.sqrt(truthVariance) * Math.sqrt(claimVariance));
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
