// Right, but searches its group for the smallest entry m - n times: O(N · (m - n)).
import exercise.NmSparsity;
import java.util.Arrays;

public class Solution implements NmSparsity {
    @Override
    public double[][] prune(double[][] w, int n, int m) {
        check(w, n, m);
        double[][] pruned = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : pruned) {
            for (int from = 0; from < row.length; from += m) {
                var gone = new boolean[m];
                for (int i = 0; i < m - n; i++) {
                    int smallest = -1;
                    for (int j = 0; j < m; j++) {
                        double magnitude = Math.abs(row[from + j]);
                        boolean less = smallest < 0 || magnitude < Math.abs(row[from + smallest]);
                        smallest = !gone[j] && less ? j : smallest;
                    }
                    gone[smallest] = true;
                    row[from + smallest] = 0;
                }
            }
        }
        return pruned;
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
