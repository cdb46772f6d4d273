// Accepts n > m, where nothing is pruned.
import exercise.NmSparsity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements NmSparsity {
    @Override
    public double[][] prune(double[][] w, int n, int m) {
        check(w, n, m);
        double[][] pruned = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : pruned) {
            for (int from = 0; from < row.length; from += m) {
                Integer[] order = IntStream.range(from, from + m).boxed().toArray(Integer[]::new);
                Arrays.sort(order, Comparator.comparingDouble(j -> Math.abs(row[j])));
                for (int i = 0; i < m - n; i++) {
                    row[order[i]] = 0;
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
        require(n >= 1 && m >= 1, "n must lie between 1 and m");
        require(columns % m == 0, "m must divide the number of columns");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
