import exercise.WandaPrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Streams for the scores; a heap that holds the best of a group so far, the next to go at
/// its head.
public class Solution implements WandaPrune {
    private record Entry(double score, int column) {}

    private static final Comparator<Entry> NEXT_TO_GO = Comparator.comparingDouble(Entry::score)
            .thenComparingInt(Entry::column);

    @Override
    public double[][] scores(double[][] w, double[][] x) {
        check(w, x);
        double[] norms = IntStream.range(0, x[0].length)
                .mapToDouble(j -> Math.sqrt(squares(x, j)))
                .toArray();
        return Arrays.stream(w)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(j -> norms[j] * Math.abs(row[j]))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double squares(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(sample -> sample[j] * sample[j]).sum();
    }

    @Override
    public double[][] prune(double[][] w, double[][] x, double ratio) {
        double[][] scores = scores(w, x);
        require(ratio >= 0 && ratio <= 1, "ratio must lie in [0, 1]");
        int columns = w[0].length;
        return survivors(w, scores, columns - (int) Math.rint(ratio * columns), columns);
    }

    @Override
    public double[][] pruneNm(double[][] w, double[][] x, int n, int m) {
        double[][] scores = scores(w, x);
        checkPattern(w[0].length, n, m);
        return survivors(w, scores, n, m);
    }

    private static double[][] survivors(double[][] w, double[][] scores, int n, int m) {
        var pruned = new double[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            var survivors = new PriorityQueue<>(NEXT_TO_GO);
            for (int j = 0; j < w[i].length; j++) {
                survivors.add(new Entry(scores[i][j], j));
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
