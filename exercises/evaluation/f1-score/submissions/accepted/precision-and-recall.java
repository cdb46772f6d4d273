import exercise.F1Score;

/// Precision and recall of each class, and their harmonic mean.
public class Solution implements F1Score {
    private record Counts(int[] there, int[] claimed, int[] found) {
        double f1(int c) {
            if (found[c] == 0) {
                return 0;
            }
            double precision = (double) found[c] / claimed[c];
            double recall = (double) found[c] / there[c];
            return 2 * precision * recall / (precision + recall);
        }
    }

    @Override
    public double binary(int[] y, int[] yhat) {
        return count(y, yhat, 2).f1(1);
    }

    @Override
    public double[] perClass(int[] y, int[] yhat, int classes) {
        Counts counts = count(y, yhat, classes);
        var scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = counts.f1(c);
        }
        return scores;
    }

    @Override
    public double average(int[] y, int[] yhat, int classes, String mode) {
        Counts counts = count(y, yhat, classes);
        double plain = 0;
        double weighted = 0;
        double found = 0;
        for (int c = 0; c < classes; c++) {
            plain += counts.f1(c);
            weighted += counts.f1(c) * counts.there[c];
            found += counts.found[c];
        }
        if ("macro".equals(mode)) {
            return plain / classes;
        }
        if ("weighted".equals(mode)) {
            return weighted / y.length;
        }
        require("micro".equals(mode), "unknown mode");
        return found / y.length;
    }

    private static Counts count(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        var counts = new Counts(new int[classes], new int[classes], new int[classes]);
        for (int i = 0; i < y.length; i++) {
            counts.there[y[i]]++;
            counts.claimed[yhat[i]]++;
            if (y[i] == yhat[i]) {
                counts.found[y[i]]++;
            }
        }
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
