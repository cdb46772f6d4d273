// Leaves out the root.
import exercise.WandaPrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements WandaPrune {
    @Override
    public double[][] scores(double[][] w, double[][] x) {
        check(w, x);
        double[] norms = norms(x);
        var scores = new double[w.length][norms.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < norms.length; j++) {
                scores[i][j] = Math.abs(w[i][j]) * norms[j];
            }
        }
        return scores;
    }

    @Override
    public double[][] prune(double[][] w, double[][] x, double ratio) {
        double[][] scores = scores(w, x);
        require(ratio >= 0 && ratio <= 1, "ratio must lie in [0, 1]");
        int columns = w[0].length;
        return pruned(w, scores, columns, (int) Math.rint(ratio * columns));
    }

    @Override
    public double[][] pruneNm(double[][] w, double[][] x, int n, int m) {
        double[][] scores = scores(w, x);
        checkPattern(w[0].length, n, m);
        return pruned(w, scores, m, m - n);
    }

    private static double[] norms(double[][] x) {
        var norms = new double[x[0].length];
        for (double[] sample : x) {
            for (int j = 0; j < norms.length; j++) {
                norms[j] += sample[j] * sample[j];
            }
        }
        return norms;
    }

    private static double[][] pruned(double[][] w, double[][] scores, int width, int count) {
        double[][] pruned = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < w.length; i++) {
            double[] row = scores[i];
            for (int from = 0; from < row.length; from += width) {
                Integer[] order = IntStream.range(from, from + width).boxed().toArray(Integer[]::new);
                Arrays.sort(order, Comparator.comparingDouble(j -> row[j]));
                for (int s = 0; s < count; s++) {
                    pruned[i][order[s]] = 0;
                }
            }
        }
        return pruned;
    }

    private static void check(double[][] w, double[][] x) {
        require(columns(w) == columns(x), "weights and activations differ in inputs");
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        return columns;
    }

    private static void checkPattern(int columns, int n, int m) {
        require(n >= 1 && n <= m, "n must lie between 1 and m");
        require(columns % m == 0, "m must divide the number of inputs");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
