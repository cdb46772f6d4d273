import exercise.IterativePruneMask;
import java.util.Arrays;

/// The mask as a matrix of booleans; each round finds a threshold among the magnitudes
/// alive and spends what is left of the count on entries that equal it.
public class Solution implements IterativePruneMask {
    @Override
    public double[][] run(double[][] w, double[] ratios, double[][][] updates) {
        check(w, ratios, updates);
        int columns = w[0].length;
        int size = w.length * columns;
        double[][] now = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        var alive = new boolean[w.length][columns];
        for (boolean[] row : alive) {
            Arrays.fill(row, true);
        }
        int living = size;
        for (int r = 0; r < ratios.length; r++) {
            int left = size - (int) Math.rint(ratios[r] * size);
            prune(now, alive, living, living - left);
            living = left;
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < columns; j++) {
                    now[i][j] = alive[i][j] ? now[i][j] + updates[r][i][j] : 0;
                }
            }
        }
        return now;
    }

    private static void prune(double[][] now, boolean[][] alive, int living, int count) {
        var sorted = new double[living];
        int next = 0;
        for (int i = 0; i < now.length; i++) {
            for (int j = 0; j < now[i].length; j++) {
                if (alive[i][j]) {
                    sorted[next++] = Math.abs(now[i][j]);
                }
            }
        }
        Arrays.sort(sorted);
        double threshold = count == living ? Double.POSITIVE_INFINITY : sorted[count];
        int ties = count;
        for (double magnitude : sorted) {
            ties -= magnitude < threshold ? 1 : 0;
        }
        for (int i = 0; i < now.length; i++) {
            for (int j = 0; j < now[i].length; j++) {
                double magnitude = Math.abs(now[i][j]);
                boolean dies = magnitude < threshold || (alive[i][j] && magnitude == threshold && ties-- > 0);
                alive[i][j] &= !dies;
            }
        }
    }

    private static void check(double[][] w, double[] ratios, double[][][] updates) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        checkMatrix(w, w.length, w[0].length);
        require(ratios != null && ratios.length > 0, "no rounds");
        double previous = 0;
        for (double ratio : ratios) {
            require(ratio >= previous && ratio <= 1, "ratios must rise from 0 to 1");
            previous = ratio;
        }
        require(updates != null && updates.length == ratios.length, "one update for each ratio");
        for (double[][] update : updates) {
            checkMatrix(update, w.length, w[0].length);
        }
    }

    private static void checkMatrix(double[][] matrix, int rows, int columns) {
        require(matrix != null && matrix.length == rows, "rows missing");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "columns missing");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
