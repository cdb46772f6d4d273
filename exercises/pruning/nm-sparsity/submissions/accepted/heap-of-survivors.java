import exercise.NmSparsity;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Keeps the n survivors of a group so far in a heap; its head is the next to go, and an
/// entry as large as the head replaces it, for it has the higher index.
public class Solution implements NmSparsity {
    private record Entry(double magnitude, int column) {}

    private static final Comparator<Entry> NEXT_TO_GO = Comparator.comparingDouble(Entry::magnitude)
            .thenComparingInt(Entry::column);

    @Override
    public double[][] prune(double[][] w, int n, int m) {
        check(w, n, m);
        var pruned = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            var survivors = new PriorityQueue<>(NEXT_TO_GO);
            for (int j = 0; j < w[i].length; j++) {
                survivors.add(new Entry(Math.abs(w[i][j]), j));
                if (survivors.size() > n) {
                    survivors.remove();
                }
                if (j % m == m - 1) {
                    for (Entry entry : survivors) {
                        pruned[i][entry.column()] = w[i][entry.column()];
                    }
                    survivors.clear();
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
