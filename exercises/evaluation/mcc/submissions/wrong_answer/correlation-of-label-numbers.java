// Pearson's correlation of the labels taken for numbers.
import exercise.Mcc;
import java.util.Arrays;

public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        double truthMean = Arrays.stream(y).average().getAsDouble();
        double claimMean = Arrays.stream(yhat).average().getAsDouble();
        double covariance = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < y.length; i++) {
            covariance += (y[i] - truthMean) * (yhat[i] - claimMean);
            first += (y[i] - truthMean) * (y[i] - truthMean);
            second += (yhat[i] - claimMean) * (yhat[i] - claimMean);
        }
        return first * second == 0 ? 0 : covariance / Math.sqrt(first * second);
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
