// Leaves the columns behind the last whole block alone.
import exercise.SparsegptLayer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements SparsegptLayer {
    @Override
    public Result prune(double[][] w, double[][] x, double sparsity, int block, double damp) {
        check(w, x, sparsity, block, damp);
        double[][] now = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        double[][] u = factor(hessian(x, now, damp));
        int n = u.length;
        for (int from = 0; from == 0 || from <= n - block; from += block) {
            int width = Math.min(block, n - from);
            boolean[] gone = mask(now, u, from, width, sparsity);
            for (int j = from; j < from + width; j++) {
                for (int i = 0; i < now.length; i++) {
                    if (gone[i * width + j - from]) {
                        double error = now[i][j] / u[j][j];
                        for (int l = j + 1; l < n; l++) {
                            now[i][l] -= error * u[j][l];
                        }
                        now[i][j] = 0;
                    }
                }
            }
        }
        return new Result(now, error(w, now, x));
    }

    private static boolean[] mask(double[][] now, double[][] u, int from, int width, double sparsity) {
        int size = now.length * width;
        var scores = new double[size];
        for (int s = 0; s < size; s++) {
            int j = from + s % width;
            scores[s] = Math.pow(now[s / width][j] / u[j][j], 2);
        }
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(s -> scores[s]));
        int k = (int) Math.rint(sparsity * size);
        var gone = new boolean[size];
        for (int s = 0; s < k; s++) {
            gone[order[s]] = true;
        }
        return gone;
    }

    /// Upper triangular, with H⁻¹ = Uᵀ U.
    private static double[][] factor(double[][] h) {
        int n = h.length;
        double[][] lower = cholesky(h);
        var inverse = new double[n][n];
        for (int c = 0; c < n; c++) {
            inverse[c][c] = 1;
            for (int i = 0; i < n; i++) {
                for (int l = 0; l < i; l++) {
                    inverse[c][i] -= lower[i][l] * inverse[c][l];
                }
                inverse[c][i] /= lower[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                inverse[c][i] /= lower[i][i];
                for (int l = 0; l < i; l++) {
                    inverse[c][l] -= lower[i][l] * inverse[c][i];
                }
            }
        }
        double[][] root = cholesky(inverse);
        var upper = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                upper[j][i] = root[i][j];
            }
        }
        return upper;
    }

    private static double[][] cholesky(double[][] h) {
        var lower = new double[h.length][h.length];
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = h[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= lower[i][l] * lower[j][l];
                }
                require(j < i || sum > 0, "the Hessian must be positive definite");
                lower[i][j] = j < i ? sum / lower[j][j] : Math.sqrt(sum);
            }
        }
        return lower;
    }

    /// Sets the weights of dead inputs to 0 as well.
    private static double[][] hessian(double[][] x, double[][] w, double damp) {
        int n = x[0].length;
        var h = new double[n][n];
        for (double[] sample : x) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    h[a][b] += sample[a] * sample[b];
                }
            }
        }
        double trace = 0;
        for (int j = 0; j < n; j++) {
            if (h[j][j] == 0) {
                h[j][j] = 1;
                for (double[] row : w) {
                    row[j] = 0;
                }
            }
            trace += h[j][j];
        }
        for (int j = 0; j < n; j++) {
            h[j][j] += damp * trace / n;
        }
        return h;
    }

    private static double error(double[][] w, double[][] pruned, double[][] x) {
        double error = 0;
        for (double[] sample : x) {
            for (int i = 0; i < w.length; i++) {
                double difference = 0;
                for (int j = 0; j < sample.length; j++) {
                    difference += (w[i][j] - pruned[i][j]) * sample[j];
                }
                error += difference * difference;
            }
        }
        return error;
    }

    private static void check(double[][] w, double[][] x, double sparsity, int block, double damp) {
        require(columns(w) == columns(x), "weights and inputs differ in columns");
        require(sparsity >= 0 && sparsity <= 1, "sparsity must lie in [0, 1]");
        require(block >= 1, "block must be at least 1");
        require(damp > 0 && Double.isFinite(damp), "damp must be positive and finite");
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
