import exercise.F1Score;
import java.util.HashMap;
import java.util.Map;

/// A confusion matrix of which only the cells that occur are stored.
public class Solution implements F1Score {
    private record Cell(int truth, int prediction) {}

    @Override
    public double binary(int[] y, int[] yhat) {
        return perClass(y, yhat, 2)[1];
    }

    @Override
    public double[] perClass(int[] y, int[] yhat, int classes) {
        check(y, yhat, classes);
        var doubledHits = new double[classes];
        var marginals = new double[classes];
        confusion(y, yhat).forEach((cell, count) -> {
            marginals[cell.truth] += count;
            marginals[cell.prediction] += count;
            if (cell.truth == cell.prediction) {
                doubledHits[cell.truth] = 2 * count;
            }
        });
        var scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = marginals[c] == 0 ? 0 : doubledHits[c] / marginals[c];
        }
        return scores;
    }

    @Override
    public double average(int[] y, int[] yhat, int classes, String mode) {
        double[] scores = perClass(y, yhat, classes);
        require(mode != null, "no mode");
        double sum = 0;
        switch (mode) {
            case "macro" -> {
                for (double score : scores) {
                    sum += score / classes;
                }
            }
            case "micro" -> {
                for (var entry : confusion(y, yhat).entrySet()) {
                    if (entry.getKey().truth == entry.getKey().prediction) {
                        sum += (double) entry.getValue() / y.length;
                    }
                }
            }
            case "weighted" -> {
                for (var entry : confusion(y, yhat).entrySet()) {
                    sum += scores[entry.getKey().truth] * entry.getValue() / y.length;
                }
            }
            default -> throw new IllegalArgumentException("unknown mode " + mode);
        }
        return sum;
    }

    private static Map<Cell, Integer> confusion(int[] y, int[] yhat) {
        var cells = new HashMap<Cell, Integer>();
        for (int i = 0; i < y.length; i++) {
            cells.merge(new Cell(y[i], yhat[i]), 1, Integer::sum);
        }
        return cells;
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
