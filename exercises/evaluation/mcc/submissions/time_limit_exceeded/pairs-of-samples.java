// Correlation over pairs of samples: equal in truth, equal in prediction. O(N²).
import exercise.Mcc;

public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        long hits = 0;
        long first = 0;
        long second = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                hits += (y[i] == yhat[i] ? 1 : 0) - (y[i] == yhat[j] ? 1 : 0);
                first += y[i] == y[j] ? 0 : 1;
                second += yhat[i] == yhat[j] ? 0 : 1;
            }
        }
        return first == 0 || second == 0 ? 0 : hits / Math.sqrt((double) first * second);
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
