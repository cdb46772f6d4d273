import exercise.StructuredPrune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns columns into rows, finds the first score that may stay by sorting plain numbers,
/// and spends what is left of the count on groups that equal it.
public class Solution implements StructuredPrune {
    @Override
    public Result prune(double[][] w, String axis, int block, String norm, double ratio) {
        int groups = groups(w, axis, block, norm, ratio);
        int k = (int) Math.rint(ratio * groups);
        require(k < groups, "nothing would remain");
        boolean turned = "col".equals(axis);
        double[][] lines = turned ? transposed(w) : w;
        double[] scores = scores(lines, block, norm);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double threshold = sorted[k];
        int ties = k;
        for (double score : scores) {
            ties -= score < threshold ? 1 : 0;
        }
        List<Integer> kept = new ArrayList<>();
        List<double[]> survivors = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            if (scores[g] > threshold || (scores[g] == threshold && ties-- <= 0)) {
                kept.add(g);
                for (int i = 0; i < block; i++) {
                    survivors.add(lines[g * block + i].clone());
                }
            }
        }
        double[][] smaller = survivors.toArray(double[][]::new);
        return new Result(kept.stream().mapToInt(g -> g).toArray(), turned ? transposed(smaller) : smaller);
    }

    /// Without the root of l2, which would change no order.
    private static double[] scores(double[][] lines, int block, String norm) {
        var scores = new double[lines.length / block];
        for (int g = 0; g < scores.length; g++) {
            for (int i = g * block; i < (g + 1) * block; i++) {
                for (double cell : lines[i]) {
                    scores[g] += norm.equals("l1") ? Math.abs(cell) : cell * cell;
                }
            }
        }
        return scores;
    }

    private static double[][] transposed(double[][] matrix) {
        var turned = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
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
