import exercise.TaylorImportance;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One score after the other, with streams; the order by merging sorted halves.
public class Solution implements TaylorImportance {
    @Override
    public double[][] weightScores(double[][] w, double[][][] grads) {
        check(w, grads);
        return IntStream.range(0, w.length)
                .mapToObj(i -> IntStream.range(0, w[i].length)
                        .mapToDouble(j -> w[i][j] * w[i][j] * meanSquare(grads, i, j))
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public double[] rowScores(double[][] w, double[][][] grads) {
        check(w, grads);
        return IntStream.range(0, w.length)
                .mapToDouble(i -> Arrays.stream(grads)
                        .mapToDouble(gradient -> dot(w[i], gradient[i]))
                        .map(change -> change * change)
                        .average()
                        .getAsDouble())
                .toArray();
    }

    @Override
    public int[] order(double[] scores) {
        checkScores(scores);
        return sorted(scores, 0, scores.length);
    }

    private static double meanSquare(double[][][] grads, int i, int j) {
        return Arrays.stream(grads)
                .mapToDouble(gradient -> gradient[i][j] * gradient[i][j])
                .average()
                .getAsDouble();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    private static int[] sorted(double[] scores, int from, int to) {
        if (to - from == 1) {
            return new int[]{from};
        }
        int middle = (from + to) / 2;
        int[] left = sorted(scores, from, middle);
        int[] right = sorted(scores, middle, to);
        var merged = new int[to - from];
        int l = 0;
        int r = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeLeft = r == right.length || (l < left.length && scores[left[l]] <= scores[right[r]]);
            merged[i] = takeLeft ? left[l++] : right[r++];
        }
        return merged;
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
