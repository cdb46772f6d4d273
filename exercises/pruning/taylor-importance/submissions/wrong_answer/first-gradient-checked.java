// Looks at the shape of the first gradient only.
import exercise.TaylorImportance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements TaylorImportance {
    @Override
    public double[][] weightScores(double[][] w, double[][][] grads) {
        check(w, grads);
        var scores = new double[w.length][w[0].length];
        for (double[][] gradient : grads) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[i].length; j++) {
                    double change = w[i][j] * gradient[i][j];
                    scores[i][j] += change * change / grads.length;
                }
            }
        }
        return scores;
    }

    @Override
    public double[] rowScores(double[][] w, double[][][] grads) {
        check(w, grads);
        var scores = new double[w.length];
        for (double[][] gradient : grads) {
            for (int i = 0; i < w.length; i++) {
                double sum = 0;
                for (int j = 0; j < w[i].length; j++) {
                    sum += w[i][j] * gradient[i][j];
                }
                scores[i] += sum * sum / grads.length;
            }
        }
        return scores;
    }

    @Override
    public int[] order(double[] scores) {
        checkScores(scores);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static void check(double[][] w, double[][][] grads) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        checkMatrix(w, w.length, w[0].length);
        require(grads != null && grads.length > 0, "no gradients");
        checkMatrix(grads[0], w.length, w[0].length);
    }

    private static void checkMatrix(double[][] matrix, int rows, int columns) {
        require(matrix != null && matrix.length == rows, "rows missing");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "columns missing");
            require(Arrays.stream(row).allMatch(Double::isFinite), "numbers must be finite");
        }
    }

    private static void checkScores(double[] scores) {
        require(scores != null && scores.length > 0, "no scores");
        require(Arrays.stream(scores).allMatch(Double::isFinite), "scores must be finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
