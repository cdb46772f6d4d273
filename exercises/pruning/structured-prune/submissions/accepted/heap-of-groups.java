import exercise.StructuredPrune;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Takes the k first groups off a heap and copies the cells that none of them owns.
public class Solution implements StructuredPrune {
    private record Group(double score, int index) {}

    @Override
    public Result prune(double[][] w, String axis, int block, String norm, double ratio) {
        int groups = groups(w, axis, block, norm, ratio);
        int k = (int) Math.rint(ratio * groups);
        require(k < groups, "nothing would remain");
        boolean rows = axis.equals("row");
        var heap = new PriorityQueue<>(
                Comparator.comparingDouble(Group::score).thenComparingInt(Group::index));
        for (int g = 0; g < groups; g++) {
            int from = g * block;
            int to = from + block;
            heap.add(new Group(rows ? norm(w, from, to, 0, w[0].length, norm)
                    : norm(w, 0, w.length, from, to, norm), g));
        }
        var alive = new BitSet();
        alive.set(0, groups);
        for (int step = 0; step < k; step++) {
            alive.clear(heap.poll().index());
        }
        int lines = alive.cardinality() * block;
        var smaller = rows ? new double[lines][w[0].length] : new double[w.length][lines];
        int row = 0;
        for (int i = 0; i < w.length; i++) {
            if (!rows || alive.get(i / block)) {
                int column = 0;
                for (int j = 0; j < w[i].length; j++) {
                    if (rows || alive.get(j / block)) {
                        smaller[row][column++] = w[i][j];
                    }
                }
                row++;
            }
        }
        return new Result(alive.stream().toArray(), smaller);
    }

    private static double norm(double[][] w, int top, int bottom, int left, int right, String norm) {
        double sum = 0;
        for (int i = top; i < bottom; i++) {
            for (int j = left; j < right; j++) {
                sum += Math.pow(Math.abs(w[i][j]), norm.equals("l1") ? 1 : 2);
            }
        }
        return sum;
    }

    private static int groups(double[][] w, String axis, int block, String norm, double ratio) {
        int columns = columns(w);
        require("row".equals(axis) || "col".equals(axis), "axis is row or col");
        require("l1".equals(norm) || "l2".equals(norm), "norm is l1 or l2");
        // more than 1 leaves nothing, which is refused anyway
        require(ratio >= 0, "ratio must not be negative");
        int lines = "row".equals(axis) ? w.length : columns;
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
