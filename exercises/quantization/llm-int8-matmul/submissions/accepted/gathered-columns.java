import exercise.LlmInt8Matmul;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Splits both matrices by columns into two smaller pairs, one for each kind of product;
/// dequantizes by division of the largest magnitudes at the end.
public class Solution implements LlmInt8Matmul {
    @Override
    public Result matmul(double[][] x, double[][] w, double threshold) {
        check(x, w, threshold);
        IntPredicate outlier = j -> Arrays.stream(x).anyMatch(row -> row[j] >= threshold
                || -row[j] >= threshold);
        int[] outliers = IntStream.range(0, x[0].length).filter(outlier).toArray();
        int[] kept = IntStream.range(0, x[0].length).filter(outlier.negate()).toArray();
        double[][] y = product(columns(x, outliers), columns(w, outliers));
        double[][] xKept = columns(x, kept);
        double[][] wKept = columns(w, kept);
        double[][] codes = product(codes(xKept), codes(wKept));
        for (int i = 0; i < y.length; i++) {
            double largest = largest(xKept[i]);
            for (int o = 0; o < w.length; o++) {
                y[i][o] += codes[i][o] * largest * largest(wKept[o]) / 16129;
            }
        }
        return new Result(y, outliers);
    }

    private static double[][] columns(double[][] matrix, int[] columns) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(columns).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    /// 0 where there is nothing to quantize, which the product with codes of 0 does not mind.
    private static double largest(double[] row) {
        return Arrays.stream(row).map(Math::abs).max().orElse(0);
    }

    private static double[][] codes(double[][] matrix) {
        return Arrays.stream(matrix).map(Solution::codes).toArray(double[][]::new);
    }

    private static double[] codes(double[] row) {
        double largest = largest(row);
        if (largest == 0) {
            return row;
        }
        return Arrays.stream(row).map(number -> Math.rint(number * (127 / largest))).toArray();
    }

    private static double[][] product(double[][] left, double[][] right) {
        var y = new double[left.length][right.length];
        for (int i = 0; i < left.length; i++) {
            for (int o = 0; o < right.length; o++) {
                for (int j = 0; j < left[i].length; j++) {
                    y[i][o] += left[i][j] * right[o][j];
                }
            }
        }
        return y;
    }

    private static void check(double[][] x, double[][] w, double threshold) {
        require(columns(x) == columns(w), "x and w differ in columns");
        require(threshold > 0, "the threshold must be positive");
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
