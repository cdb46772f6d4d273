import exercise.SparsegptLayer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Eliminates the columns one by one from the inverse, as the surgeon does with weights;
/// the row that is eliminated says how the columns to its right make up for it.
public class Solution implements SparsegptLayer {
    private record Weight(double score, int row, int column) {}

    private static final Comparator<Weight> NEXT_TO_GO = Comparator.comparingDouble(Weight::score)
            .thenComparingInt(Weight::row)
            .thenComparingInt(Weight::column);

    @Override
    public Result prune(double[][] w, double[][] x, double sparsity, int block, double damp) {
        check(w, x, sparsity, block, damp);
        double[][] now = Arrays.stream(w).map(double[]::clone).toArray(double[][]::new);
        double[][] inverse = inverse(hessian(x, now, damp));
        eliminate(inverse);
        int n = inverse.length;
        for (int from = 0; from < n; from += block) {
            int to = from + Math.min(block, n - from);
            var heap = new PriorityQueue<>(NEXT_TO_GO);
            for (int i = 0; i < now.length; i++) {
                for (int j = from; j < to; j++) {
                    heap.add(new Weight(now[i][j] * now[i][j] / inverse[j][j], i, j));
                }
            }
            var gone = new boolean[now.length][to];
            int k = (int) Math.rint(sparsity * heap.size());
            for (int step = 0; step < k; step++) {
                Weight next = heap.remove();
                gone[next.row()][next.column()] = true;
            }
            for (int i = 0; i < now.length; i++) {
                for (int j = from; j < to; j++) {
                    double factor = gone[i][j] ? now[i][j] / inverse[j][j] : 0;
                    for (int l = j + 1; l < n; l++) {
                        now[i][l] -= factor * inverse[j][l];
                    }
                    now[i][j] = gone[i][j] ? 0 : now[i][j];
                }
            }
        }
        return new Result(now, error(w, now, x));
    }

    private static void eliminate(double[][] inverse) {
        int n = inverse.length;
        for (int p = 0; p < n; p++) {
            for (int i = p + 1; i < n; i++) {
                double ratio = inverse[p][i] / inverse[p][p];
                for (int j = p + 1; j < n; j++) {
                    inverse[i][j] -= ratio * inverse[p][j];
                }
            }
        }
    }

    /// By sweeping pivots in place.
    private static double[][] inverse(double[][] h) {
        int n = h.length;
        for (int p = 0; p < n; p++) {
            double pivot = h[p][p];
            require(pivot > 0, "the Hessian must be positive definite");
            h[p][p] = 1;
            for (int j = 0; j < n; j++) {
                h[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                if (i != p) {
                    double factor = h[i][p];
                    h[i][p] = 0;
                    for (int j = 0; j < n; j++) {
                        h[i][j] -= factor * h[p][j];
                    }
                }
            }
        }
        return h;
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
