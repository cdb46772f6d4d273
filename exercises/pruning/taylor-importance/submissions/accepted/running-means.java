import exercise.TaylorImportance;
import java.util.Arrays;

/// Means that are moved by each batch; the order by sorting pairs.
public class Solution implements TaylorImportance {
    private record Scored(double score, int index) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(score, other.score);
            return byScore != 0 ? byScore : Integer.compare(index, other.index);
        }
    }

    @Override
    public double[][] weightScores(double[][] w, double[][][] grads) {
        check(w, grads);
        var scores = new double[w.length][w[0].length];
        for (int b = 0; b < grads.length; b++) {
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < w[i].length; j++) {
                    double square = Math.pow(w[i][j] * grads[b][i][j], 2);
                    scores[i][j] += (square - scores[i][j]) / (b + 1);
                }
            }
        }
        return scores;
    }

    @Override
    public double[] rowScores(double[][] w, double[][][] grads) {
        check(w, grads);
        var scores = new double[w.length];
        for (int b = 0; b < grads.length; b++) {
            for (int i = 0; i < w.length; i++) {
                double square = Math.pow(dot(w[i], grads[b][i]), 2);
                scores[i] += (square - scores[i]) / (b + 1);
            }
        }
        return scores;
    }

    @Override
    public int[] order(double[] scores) {
        checkScores(scores);
        var scored = new Scored[scores.length];
        Arrays.setAll(scored, i -> new Scored(scores[i], i));
        Arrays.sort(scored);
        return Arrays.stream(scored).mapToInt(Scored::index).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = a.length - 1; j >= 0; j--) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void check(double[][] w, double[][][] grads) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        checkMatrix(w, w.length, w[0].length);
        require(grads != null && grads.length > 0, "no gradients");
        for (double[][] gradient : grads) {
            checkMatrix(gradient, w.length, w[0].length);
        }
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
