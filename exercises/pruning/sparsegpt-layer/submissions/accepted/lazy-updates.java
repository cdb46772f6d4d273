import exercise.SparsegptLayer;
import java.util.Arrays;

/// The factor by inverting a triangular matrix, H = V Vᵀ and U = V⁻¹; a threshold with a
/// budget for ties; and updates beyond a block all at once when the block is done.
public class Solution implements SparsegptLayer {
    @Override
    public Result prune(double[][] w, double[][] x, double sparsity, int block, double damp) {
        check(w, x, sparsity, block, damp);
        double[][] now = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        double[][] u = factor(hessian(x, now, damp));
        int n = u.length;
        for (int from = 0; from < n; from += block) {
            int to = from + Math.min(block, n - from);
            boolean[][] gone = mask(now, u, from, to, sparsity);
            for (int i = 0; i < now.length; i++) {
                var errors = new double[to];
                for (int j = from; j < to; j++) {
                    errors[j] = gone[i][j] ? now[i][j] / u[j][j] : 0;
                    now[i][j] = gone[i][j] ? 0 : now[i][j];
                    for (int l = j + 1; l < to; l++) {
                        now[i][l] -= errors[j] * u[j][l];
                    }
                }
                for (int l = to; l < n; l++) {
                    for (int j = from; j < to; j++) {
                        now[i][l] -= errors[j] * u[j][l];
                    }
                }
            }
        }
        return new Result(now, error(w, now, x));
    }

    private static boolean[][] mask(double[][] now, double[][] u, int from, int to, double sparsity) {
        int width = to - from;
        var scores = new double[now.length * width];
        for (int s = 0; s < scores.length; s++) {
            int j = from + s % width;
            scores[s] = now[s / width][j] * now[s / width][j] / (u[j][j] * u[j][j]);
        }
        int k = (int) Math.rint(sparsity * scores.length);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double threshold = k == sorted.length ? Double.POSITIVE_INFINITY : sorted[k];
        int ties = k;
        for (double score : sorted) {
            ties -= score < threshold ? 1 : 0;
        }
        var gone = new boolean[now.length][to];
        for (int s = 0; s < scores.length; s++) {
            boolean goes = scores[s] < threshold || (scores[s] == threshold && ties-- > 0);
            gone[s / width][from + s % width] = goes;
        }
        return gone;
    }

    private static double[][] factor(double[][] h) {
        int n = h.length;
        var v = new double[n][n];
        for (int j = n - 1; j >= 0; j--) {
            for (int i = j; i >= 0; i--) {
                double sum = h[i][j];
                for (int l = j + 1; l < n; l++) {
                    sum -= v[i][l] * v[j][l];
                }
                require(i < j || sum > 0, "the Hessian must be positive definite");
                v[i][j] = i < j ? sum / v[j][j] : Math.sqrt(sum);
            }
        }
        var u = new double[n][n];
        for (int i = n - 1; i >= 0; i--) {
            u[i][i] = 1;
            for (int l = i + 1; l < n; l++) {
                for (int j = l; j < n; j++) {
                    u[i][j] -= v[i][l] * u[l][j];
                }
            }
            for (int j = i; j < n; j++) {
                u[i][j] /= v[i][i];
            }
        }
        return u;
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
