// Scores from 0 to 100.
import exercise.F1Score;
import java.util.Arrays;

public class Solution implements F1Score {
    @Override
    public double binary(int[] y, int[] yhat) {
        return perClass(y, yhat, 2)[1];
    }

    @Override
    public double[] perClass(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        var hits = new int[classes];
        var misses = new int[classes];
        for (int i = 0; i < y.length; i++) {
            if (y[i] == yhat[i]) {
                hits[y[i]]++;
            } else {
                misses[y[i]]++;
                misses[yhat[i]]++;
            }
        }
        var scores = new double[classes];
        Arrays.setAll(scores, c -> f1(hits[c], misses[c]));
        return scores;
    }

    private static double f1(double hits, double misses) {
        return hits == 0 ? 0 : 200 * hits / (2 * hits + misses);
    }

    @Override
    public double average(int[] y, int[] yhat, int classes, String mode) {
        require(mode != null, "no mode");
        double[] scores = perClass(y, yhat, classes);
        return switch (mode) {
            case "macro" -> Arrays.stream(scores).sum() / classes;
            case "micro" -> accuracy(y, yhat);
            case "weighted" -> Arrays.stream(y).mapToDouble(label -> scores[label]).sum() / y.length;
            default -> throw new IllegalArgumentException("unknown mode " + mode);
        };
    }

    private static double accuracy(int[] y, int[] yhat) {
        double hits = 0;
        for (int i = 0; i < y.length; i++) {
            hits += y[i] == yhat[i] ? 1 : 0;
        }
        return hits / y.length;
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
