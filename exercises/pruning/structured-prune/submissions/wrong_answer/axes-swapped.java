// Takes "row" for columns.
import exercise.StructuredPrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements StructuredPrune {
    @Override
    public Result prune(double[][] w, String axis, int block, String norm, double ratio) {
        int groups = groups(w, axis, block, norm, ratio);
        int k = (int) Math.rint(ratio * groups);
        require(k < groups, "nothing would remain");
        boolean rows = !"row".equals(axis);
        var scores = new double[groups];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                int line = rows ? i : j;
                scores[line / block] += "l1".equals(norm) ? Math.abs(w[i][j]) : w[i][j] * w[i][j];
            }
        }
        Integer[] order = IntStream.range(0, groups).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(g -> scores[g]));
        int[] kept = Arrays.stream(order, k, groups).mapToInt(g -> g).sorted().toArray();
        int[] lines = Arrays.stream(kept).flatMap(g -> IntStream.range(g * block, (g + 1) * block)).toArray();
        return new Result(kept, rows ? rows(w, lines) : columns(w, lines));
    }

    private static double[][] rows(double[][] w, int[] lines) {
        return Arrays.stream(lines).mapToObj(i -> w[i].clone()).toArray(double[][]::new);
    }

    private static double[][] columns(double[][] w, int[] lines) {
        return Arrays.stream(w)
                .map(row -> Arrays.stream(lines).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    private static int groups(double[][] w, String axis, int block, String norm, double ratio) {
        int columns = columns(w);
        require("row".equals(axis) || "col".equals(axis), "axis is row or col");
        require("l1".equals(norm) || "l2".equals(norm), "norm is l1 or l2");
        // more than 1 leaves nothing, which is refused anyway
        require(ratio >= 0, "ratio must not be negative");
        int lines = "row".equals(axis) ? columns : w.length;
        require(block >= 1 && lines % block == 0, "block must divide the axis");
        return lines / block;
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

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
