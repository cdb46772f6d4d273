import exercise.IterativePruneMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Only the living are kept at all, as cells in a list from whose front each round cuts.
public class Solution implements IterativePruneMask {
    private static final class Cell {
        final int row;
        final int column;
        double value;

        Cell(int row, int column, double value) {
            this.row = row;
            this.column = column;
            this.value = value;
        }

        double magnitude() {
            return Math.abs(value);
        }
    }

    private static final Comparator<Cell> NEXT_TO_GO = Comparator.comparingDouble(Cell::magnitude)
            .thenComparingInt(cell -> cell.row)
            .thenComparingInt(cell -> cell.column);

    @Override
    public double[][] run(double[][] w, double[] ratios, double[][][] updates) {
        check(w, ratios, updates);
        List<Cell> living = new ArrayList<>();
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                living.add(new Cell(i, j, w[i][j]));
            }
        }
        int size = living.size();
        for (int r = 0; r < ratios.length; r++) {
            int left = size - (int) Math.rint(ratios[r] * size);
            living.sort(NEXT_TO_GO);
            living.subList(0, living.size() - left).clear();
            for (Cell cell : living) {
                cell.value += updates[r][cell.row][cell.column];
            }
        }
        var result = new double[w.length][w[0].length];
        for (Cell cell : living) {
            result[cell.row][cell.column] = cell.value;
        }
        return result;
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
