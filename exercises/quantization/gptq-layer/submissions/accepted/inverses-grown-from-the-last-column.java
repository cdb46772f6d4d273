// Without Cholesky: the inverse is grown column by column from the last one to the first.
import exercise.GptqLayer;
import exercise.GptqLayer.Result;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements GptqLayer {
    @Override
    public Result quantize(double[][] w, double[][] x, int bits, int group, double damp, boolean actOrder) {
        columns(w);
        int columns = columns(x);
        require(w[0].length == columns && bits >= 2 && bits <= 8 && damp > 0
                && damp < Double.POSITIVE_INFINITY, "range");
        require(group < 1 || (columns % group == 0 && !actOrder), "groups do not fit");
        double[] diagonal = diagonal(x);
        int[] order = IntStream.range(0, columns).boxed()
                .sorted(Comparator.comparingDouble(j -> actOrder ? -diagonal[j] : j))
                .mapToInt(Integer::intValue).toArray();
        double ridge = damp * Arrays.stream(diagonal).average().getAsDouble();
        double[][] inverse = eliminated(x, order, ridge, diagonal);
        var layer = new Layer(w, x, order, group < 1 ? columns : group, (1 << bits) - 1);
        return layer.run(inverse);
    }

    private static double[] diagonal(double[][] x) {
        var diagonal = new double[x[0].length];
        for (double[] sample : x) {
            Arrays.setAll(diagonal, j -> diagonal[j] + sample[j] * sample[j]);
        }
        return Arrays.stream(diagonal).map(norm -> norm == 0 ? 1 : norm).toArray();
    }

    /// Row j holds what a unit of error in column j asks of the later columns: the first
    /// row of the inverse of the matrix of columns j … in-1, divided by its first entry.
    /// Sweeping rows from the last to the first turns the matrix into those inverses.
    private static double[][] eliminated(double[][] x, int[] order, double ridge, double[] diagonal) {
        int n = order.length;
        var shares = new double[n][n];
        var inverse = new double[n][n];
        for (int j = n - 1; j >= 0; j--) {
            var link = new double[n];
            for (int l = j + 1; l < n; l++) {
                for (double[] sample : x) {
                    link[l] += sample[order[j]] * sample[order[l]];
                }
            }
            double pivot = diagonal[order[j]] + ridge;
            for (int l = j + 1; l < n; l++) {
                for (int m = j + 1; m < n; m++) {
                    shares[j][l] -= inverse[l][m] * link[m];
                }
                pivot += shares[j][l] * link[l];
            }
            require(pivot > 0, "not positive definite");
            shares[j][j] = 1;
            for (int l = j; l < n; l++) {
                for (int m = j; m < n; m++) {
                    inverse[l][m] += shares[j][l] * shares[j][m] / pivot;
                }
            }
        }
        return shares;
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

class Layer {
    private final double[][] w;
    private final double[][] x;
    private final int[] order;
    private final int width;
    private final int top;

    Layer(double[][] w, double[][] x, int[] order, int width, int top) {
        this.w = w;
        this.x = x;
        this.order = order;
        this.width = width;
        this.top = top;
    }

    /// Column by column, all rows at once.
    Result run(double[][] shares) {
        int rows = w.length;
        int columns = order.length;
        double[][] left = permuted();
        var q = new int[rows][columns];
        var scale = new double[rows][columns / width];
        var zero = new int[rows][columns / width];
        var wHat = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            int g = j / width;
            for (int i = 0; i < rows; i++) {
                if (j % width == 0) {
                    scale[i][g] = scale(left[i], j);
                    zero[i][g] = (int) Math.rint(-lowest(left[i], j) / scale[i][g]);
                }
                int code = (int) Math.rint(left[i][j] / scale[i][g]) + zero[i][g];
                q[i][order[j]] = Math.max(0, Math.min(code, top));
                wHat[i][order[j]] = scale[i][g] * (q[i][order[j]] - zero[i][g]);
                double error = left[i][j] - wHat[i][order[j]];
                for (int l = j; l < columns; l++) {
                    left[i][l] -= error * shares[j][l];
                }
            }
        }
        return new Result(q, scale, zero, wHat, loss(wHat));
    }

    private double[][] permuted() {
        var left = new double[w.length][order.length];
        for (int j = 0; j < order.length; j++) {
            int c = order[j];
            boolean dead = Arrays.stream(x).allMatch(sample -> sample[c] == 0);
            for (int i = 0; i < w.length; i++) {
                left[i][j] = dead ? 0 : w[i][c];
            }
        }
        return left;
    }

    private double lowest(double[] row, int from) {
        return Math.min(0, Arrays.stream(row, from, from + width).min().getAsDouble());
    }

    private double scale(double[] row, int from) {
        double range = Math.max(0, Arrays.stream(row, from, from + width).max().getAsDouble())
                - lowest(row, from);
        return range == 0 ? 1 : range / top;
    }

    private double loss(double[][] wHat) {
        double loss = 0;
        for (double[] sample : x) {
            for (int i = 0; i < w.length; i++) {
                double y = 0;
                double yHat = 0;
                for (int j = 0; j < sample.length; j++) {
                    y += sample[j] * w[i][j];
                    yHat += sample[j] * wHat[i][j];
                }
                loss += Math.pow(y - yHat, 2);
            }
        }
        return loss;
    }
}
