// Adds nothing to the diagonal.
import exercise.GptqLayer;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements GptqLayer {
    @Override
    public Result quantize(double[][] w, double[][] x, int bits, int group, double damp, boolean actOrder) {
        check(w, x, bits, group, damp, actOrder);
        int in = w[0].length;
        double[][] h = gram(x);
        double[][] left = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            left[i] = w[i].clone();
            for (int j = 0; j < in; j++) {
                left[i][j] = h[j][j] == 0 ? 0 : w[i][j];
            }
        }
        for (int j = 0; j < in; j++) {
            h[j][j] = h[j][j] == 0 ? 1 : h[j][j];
        }
        int[] order = order(h, actOrder);
        double[][] u = cholesky(inverse(damped(h, damp, order)));
        int width = group <= 0 ? in : group;
        var result = new Result(new int[w.length][in], new double[w.length][in / width],
                new int[w.length][in / width], new double[w.length][in], 0);
        for (int i = 0; i < w.length; i++) {
            row(left[i], i, order, u, (1 << bits) - 1, width, result);
        }
        return new Result(result.q(), result.scale(), result.zero(), result.wHat(),
                loss(w, x, result.wHat()));
    }

    private static void row(double[] left, int i, int[] order, double[][] u, int top, int width,
            Result result) {
        for (int j = 0; j < left.length; j++) {
            int g = j / width;
            if (j % width == 0) {
                double lo = 0;
                double hi = 0;
                for (int l = j; l < j + width; l++) {
                    lo = Math.min(lo, left[order[l]]);
                    hi = Math.max(hi, left[order[l]]);
                }
                result.scale()[i][g] = hi == lo ? 1 : (hi - lo) / top;
                result.zero()[i][g] = -(int) Math.rint(lo / result.scale()[i][g]);
            }
            double scale = result.scale()[i][g];
            int zero = result.zero()[i][g];
            int c = order[j];
            int code = (int) Math.clamp(Math.rint(left[c] / scale) + zero, 0, top);
            result.q()[i][c] = code;
            result.wHat()[i][c] = (code - zero) * scale;
            double error = (left[c] - result.wHat()[i][c]) / u[j][j];
            for (int l = j; l < left.length; l++) {
                left[order[l]] -= error * u[l][j];
            }
        }
    }

    private static double[][] gram(double[][] x) {
        int in = x[0].length;
        var h = new double[in][in];
        for (double[] sample : x) {
            for (int a = 0; a < in; a++) {
                for (int b = 0; b < in; b++) {
                    h[a][b] += sample[a] * sample[b];
                }
            }
        }
        return h;
    }

    private static int[] order(double[][] h, boolean actOrder) {
        var natural = IntStream.range(0, h.length).boxed();
        var chosen = actOrder ? natural.sorted(Comparator.comparingDouble(j -> -h[j][j])) : natural;
        return chosen.mapToInt(Integer::intValue).toArray();
    }

    private static double[][] damped(double[][] h, double damp, int[] order) {
        var result = new double[h.length][h.length];
        for (int a = 0; a < h.length; a++) {
            for (int b = 0; b < h.length; b++) {
                result[a][b] = h[order[a]][order[b]];
            }
        }
        return result;
    }

    /// Gauss-Jordan in place; the pivots of a positive definite matrix are positive.
    private static double[][] inverse(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            double pivot = a[k][k];
            require(pivot > 0, "not positive definite");
            a[k][k] = 1;
            for (int j = 0; j < a.length; j++) {
                a[k][j] /= pivot;
            }
            for (int i = 0; i < a.length; i++) {
                double factor = a[i][k];
                for (int j = 0; i != k && j < a.length; j++) {
                    a[i][j] = (j == k ? 0 : a[i][j]) - factor * a[k][j];
                }
            }
        }
        return a;
    }

    /// The lower factor; its transpose is the upper one of the statement.
    private static double[][] cholesky(double[][] a) {
        var lower = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static double loss(double[][] w, double[][] x, double[][] wHat) {
        double loss = 0;
        for (double[] sample : x) {
            for (int i = 0; i < w.length; i++) {
                double error = 0;
                for (int j = 0; j < sample.length; j++) {
                    error += sample[j] * (w[i][j] - wHat[i][j]);
                }
                loss += error * error;
            }
        }
        return loss;
    }

    private static void check(double[][] w, double[][] x, int bits, int group, double damp,
            boolean actOrder) {
        int in = columns(w);
        require(columns(x) == in, "w and x differ in columns");
        require(bits >= 2 && bits <= 8, "bits out of range");
        require(damp > 0 && damp < Double.POSITIVE_INFINITY, "damp must be positive and finite");
        require(group <= 0 || !actOrder && in % group == 0, "groups do not fit");
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
