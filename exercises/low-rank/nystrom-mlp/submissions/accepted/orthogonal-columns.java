import exercise.NystromMlp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Orthogonalises activations instead of correlating them. With √λ·I below Z the lower part
/// of Q is √λ·R⁻¹, and (C + λI)⁻¹ = R⁻¹R⁻ᵀ; without it QR solves the least squares.
public class Solution implements NystromMlp {
    @Override
    public double[] leverage(double[][] wUp, double[][] x, double lambda) {
        double[][] z = activations(wUp, x, lambda);
        var columns = new double[wUp.length][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(column(z, i), z.length + columns.length);
            columns[i][z.length + i] = Math.sqrt(lambda);
        }
        orthogonalise(columns, 0);
        return IntStream.range(0, columns.length)
                .mapToDouble(i -> 1 - square(column(columns, z.length + i)))
                .toArray();
    }

    @Override
    public Result compress(double[][] wUp, double[][] wDown, double[][] x, int k, double lambda) {
        double[] scores = leverage(wUp, x, lambda);
        require(width(wDown) == wUp.length, "the projections do not fit together");
        require(k >= 1 && k <= wUp.length, "k must be 1 … h");
        double[][] z = activations(wUp, x, lambda);
        int[] kept = largest(scores, k);
        double[][] q = Arrays.stream(kept).mapToObj(i -> column(z, i)).toArray(double[][]::new);
        double trace = Arrays.stream(q).mapToDouble(Solution::square).sum();
        double[][] r = orthogonalise(q, 1e-10 * trace / k);
        var down = new double[wDown.length][k];
        double error = 0;
        for (int o = 0; o < down.length; o++) {
            double[] weights = wDown[o];
            double[] left = Arrays.stream(z).mapToDouble(row -> dot(row, weights)).toArray();
            for (int j = 0; j < k; j++) {
                down[o][j] = remove(q[j], left);
            }
            error += square(left);
            for (int j = k - 1; j >= 0; j--) {
                for (int i = j + 1; i < k; i++) {
                    down[o][j] -= r[j][i] * down[o][i];
                }
                down[o][j] /= r[j][j];
            }
        }
        double[][] up = Arrays.stream(kept).mapToObj(i -> wUp[i].clone()).toArray(double[][]::new);
        return new Result(kept, up, down, error);
    }

    /// Modified Gram–Schmidt in place; returns R.
    private static double[][] orthogonalise(double[][] columns, double limit) {
        var r = new double[columns.length][columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < j; i++) {
                r[i][j] = remove(columns[i], columns[j]);
            }
            double pivot = square(columns[j]);
            require(pivot > limit, "not positive definite");
            r[j][j] = Math.sqrt(pivot);
            for (int c = 0; c < columns[j].length; c++) {
                columns[j][c] /= r[j][j];
            }
        }
        return r;
    }

    /// Takes the part along a unit vector away and returns its length.
    private static double remove(double[] unit, double[] from) {
        double length = dot(unit, from);
        for (int c = 0; c < from.length; c++) {
            from[c] -= length * unit[c];
        }
        return length;
    }

    private static double square(double[] vector) {
        return dot(vector, vector);
    }

    private static double[] column(double[][] matrix, int j) {
        return Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray();
    }

    private static double[][] activations(double[][] wUp, double[][] x, double lambda) {
        int width = width(wUp);
        require(width == width(x), "widths differ");
        require(lambda > 0 && lambda < Double.POSITIVE_INFINITY, "lambda must be positive and finite");
        var z = new double[x.length][wUp.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < wUp.length; j++) {
                z[i][j] = Math.max(0, dot(x[i], wUp[j]));
            }
        }
        return z;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int c = 0; c < left.length; c++) {
            sum += left[c] * right[c];
        }
        return sum;
    }

    private static int[] largest(double[] scores, int k) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .skip(scores.length - k)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    private static int width(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int width = matrix[0].length;
        require(width > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == width, "ragged matrix");
            for (double entry : row) {
                require(Double.isFinite(entry), "entries must be finite");
            }
        }
        return width;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
