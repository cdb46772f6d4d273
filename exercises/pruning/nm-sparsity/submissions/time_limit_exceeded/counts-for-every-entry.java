// Right, but counts for every entry how many of its group come before it: O(N · m).
import exercise.NmSparsity;
import java.util.Arrays;

public class Solution implements NmSparsity {
    @Override
    public double[][] prune(double[][] w, int n, int m) {
        check(w, n, m);
        double[][] pruned = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : pruned) {
            for (int from = 0; from < row.length; from += m) {
                double[] group = Arrays.copyOfRange(row, from, from + m);
                for (int j = 0; j < m; j++) {
                    int before = 0;
                    for (int o = 0; o < m; o++) {
                        double difference = Math.abs(group[o]) - Math.abs(group[j]);
                        before += difference < 0 || (difference == 0 && o < j) ? 1 : 0;
                    }
                    row[from + j] = before < m - n ? 0 : group[j];
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
