import exercise.LoraMerge;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The product as a sum of r matrices of rank 1, each from a column of b and a row of a; in
/// forward, a and b are one layer after the other.
public class Solution implements LoraMerge {
    @Override
    public double[][] merge(double[][] w, double[][] b, double[][] a, double alpha) {
        check(w, b, a, alpha);
        return plus(w, b, a, alpha / a.length);
    }

    @Override
    public double[][] unmerge(double[][] merged, double[][] b, double[][] a, double alpha) {
        check(merged, b, a, alpha);
        return plus(merged, b, a, -alpha / a.length);
    }

    @Override
    public double[] forward(double[][] w, double[][] b, double[][] a, double alpha, double[] x) {
        check(w, b, a, alpha);
        require(columns(new double[][]{x}) == w[0].length, "x has a number for each column of w");
        double[] inner = Arrays.stream(a).mapToDouble(row -> alpha * dot(row, x)).toArray();
        return IntStream.range(0, w.length)
                .mapToDouble(o -> dot(w[o], x) + dot(b[o], inner) / a.length)
                .toArray();
    }

    private static double[][] plus(double[][] w, double[][] b, double[][] a, double scale) {
        double[][] sum = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        for (int c = 0; c < a.length; c++) {
            for (int o = 0; o < sum.length; o++) {
                for (int i = 0; i < sum[o].length; i++) {
                    sum[o][i] += scale * b[o][c] * a[c][i];
                }
            }
        }
        return sum;
    }

    private static double dot(double[] left, double[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
    }

    private static void check(double[][] w, double[][] b, double[][] a, double alpha) {
        int in = columns(w);
        require(columns(a) == in, "a takes as many numbers as w");
        require(columns(b) == a.length, "b takes what a gives");
        require(b.length == w.length, "b gives as many numbers as w");
        require(Double.isFinite(alpha), "alpha must be finite");
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
