// Sizes the result by rows and fills it by columns: ArrayIndexOutOfBoundsException.
import exercise.NmSparsity;
import java.util.Arrays;

public class Solution implements NmSparsity {
    @Override
    public double[][] prune(double[][] w, int n, int m) {
        check(w, n, m);
        var pruned = new double[w[0].length][w.length];
        for (int i = 0; i < w.length; i++) {
            for (int from = 0; from < w[i].length; from += m) {
                keep(w[i], from, from + m, n, pruned[i]);
            }
        }
        return pruned;
    }

    private static void keep(double[] row, int from, int to, int n, double[] target) {
        double[] sorted = new double[to - from];
        for (int j = from; j < to; j++) {
            sorted[j - from] = Math.abs(row[j]);
        }
        Arrays.sort(sorted);
        double threshold = sorted[sorted.length - n];
        int left = n;
        for (int j = to - 1; j >= from; j--) {
            left -= Math.abs(row[j]) > threshold ? 1 : 0;
        }
        for (int j = to - 1; j >= from; j--) {
            double magnitude = Math.abs(row[j]);
            if (magnitude > threshold || (magnitude == threshold && left-- > 0)) {
                target[j] = row[j];
            }
        }
    }

    private static void check(double[][] w, int n, int m) {
        require(w != null && w.length > 0 && w[0] != null, "no rows");
        int columns = w[0].length;
        require(columns > 0, "no columns");
        for (double[] row : w) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        require(n >= 1 && n <= m, "n must lie between 1 and m");
        require(columns % m == 0, "m must divide the number of columns");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
