// Forgets to divide the trace by k.
import exercise.NystromMlp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements NystromMlp {
    @Override
    public double[] leverage(double[][] wUp, double[][] x, double lambda) {
        double[][] c = gram(activations(wUp, x, lambda));
        double[][] ridge = Arrays.stream(c).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < c.length; i++) {
            ridge[i][i] += lambda;
        }
        double[][] factor = cholesky(ridge, 0);
        var scores = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            scores[i] = solve(factor, c[i])[i];
        }
        return scores;
    }

    @Override
    public Result compress(double[][] wUp, double[][] wDown, double[][] x, int k, double lambda) {
        double[] scores = leverage(wUp, x, lambda);
        require(width(wDown) == wUp.length, "the projections do not fit together");
        require(k >= 1 && k <= wUp.length, "k must be 1 … h");
        double[][] z = activations(wUp, x, lambda);
        int[] kept = largest(scores, k);
        double[][] c = gram(z);
        var some = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                some[i][j] = c[kept[i]][kept[j]];
            }
        }
        double trace = IntStream.range(0, k).mapToDouble(i -> some[i][i]).sum();
        double[][] factor = cholesky(some, 1e-10 * trace);
        var down = new double[wDown.length][];
        for (int o = 0; o < down.length; o++) {
            var right = new double[k];
            for (int i = 0; i < k; i++) {
                right[i] = dot(c[kept[i]], wDown[o]);
            }
            down[o] = solve(factor, right);
        }
        double[][] up = Arrays.stream(kept).mapToObj(i -> wUp[i].clone()).toArray(double[][]::new);
        return new Result(kept, up, down, error(z, wDown, kept, down));
    }

    private static double error(double[][] z, double[][] wDown, int[] kept, double[][] down) {
        double error = 0;
        for (double[] row : z) {
            double[] some = Arrays.stream(kept).mapToDouble(i -> row[i]).toArray();
            for (int o = 0; o < wDown.length; o++) {
                double difference = dot(row, wDown[o]) - dot(some, down[o]);
                error += difference * difference;
            }
        }
        return error;
    }

    private static double[][] gram(double[][] z) {
        int h = z[0].length;
        var c = new double[h][h];
        for (double[] row : z) {
            for (int i = 0; i < h; i++) {
                for (int j = 0; j < h; j++) {
                    c[i][j] += row[i] * row[j];
                }
            }
        }
        return c;
    }

    private static double[][] cholesky(double[][] a, double limit) {
        var factor = new double[a.length][a.length];
        for (int j = 0; j < a.length; j++) {
            for (int i = j; i < a.length; i++) {
                factor[i][j] = a[i][j] - dot(factor[i], factor[j]);
            }
            double pivot = factor[j][j];
            require(pivot > limit, "not positive definite");
            for (int i = j; i < a.length; i++) {
                factor[i][j] /= Math.sqrt(pivot);
            }
        }
        return factor;
    }

    private static double[] solve(double[][] factor, double[] right) {
        double[] result = right.clone();
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < i; j++) {
                result[i] -= factor[i][j] * result[j];
            }
            result[i] /= factor[i][i];
        }
        for (int i = result.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < result.length; j++) {
                result[i] -= factor[j][i] * result[j];
            }
            result[i] /= factor[i][i];
        }
        return result;
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
