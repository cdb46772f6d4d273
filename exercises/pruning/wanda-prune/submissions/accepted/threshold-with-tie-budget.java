import exercise.WandaPrune;
import java.util.Arrays;

/// Multiplies the roots of sums of squares, sorts plain scores for a threshold, and spends
/// what is left of the count on entries that equal it.
public class Solution implements WandaPrune {
    @Override
    public double[][] scores(double[][] w, double[][] x) {
        check(w, x);
        var scores = new double[w.length][w[0].length];
        for (int j = 0; j < w[0].length; j++) {
            double squares = 0;
            for (int t = x.length - 1; t >= 0; t--) {
                squares += x[t][j] * x[t][j];
            }
            for (int i = 0; i < w.length; i++) {
                scores[i][j] = Math.abs(w[i][j] * Math.sqrt(squares));
            }
        }
        return scores;
    }

    @Override
    public double[][] prune(double[][] w, double[][] x, double ratio) {
        double[][] scores = scores(w, x);
        require(ratio >= 0 && ratio <= 1, "ratio must lie in [0, 1]");
        int columns = w[0].length;
        int kept = columns - (int) Math.rint(ratio * columns);
        return kept == 0 ? new double[w.length][columns] : kept(w, scores, kept, columns);
    }

    @Override
    public double[][] pruneNm(double[][] w, double[][] x, int n, int m) {
        double[][] scores = scores(w, x);
        checkPattern(w[0].length, n, m);
        return kept(w, scores, n, m);
    }

    private static double[][] kept(double[][] w, double[][] scores, int n, int m) {
        var kept = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int from = 0; from < w[i].length; from += m) {
                double[] sorted = Arrays.copyOfRange(scores[i], from, from + m);
                Arrays.sort(sorted);
                double threshold = sorted[m - n];
                int left = n;
                for (double score : sorted) {
                    left -= score > threshold ? 1 : 0;
                }
                for (int j = from + m - 1; j >= from; j--) {
                    if (scores[i][j] > threshold || (scores[i][j] == threshold && left-- > 0)) {
                        kept[i][j] = w[i][j];
                    }
                }
            }
        }
        return kept;
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
