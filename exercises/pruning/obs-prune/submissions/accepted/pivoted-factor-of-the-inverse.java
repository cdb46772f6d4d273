import exercise.ObsPrune;

/// Leaves the inverse as it is and factorizes it, one column for each weight that goes:
/// the diagonal that is left over is all that the next choice needs.
public class Solution implements ObsPrune {
    @Override
    public double[] obdSaliency(double[] w, double[][] h) {
        factor(w, h);
        var saliency = new double[w.length];
        for (int q = 0; q < w.length; q++) {
            saliency[q] = w[q] / 2 * (h[q][q] * w[q]);
        }
        return saliency;
    }

    @Override
    public Step prune(double[] w, double[][] h) {
        double[][] factor = factor(w, h);
        double[][] inverse = new double[w.length][];
        for (int q = 0; q < w.length; q++) {
            inverse[q] = column(factor, q);
        }
        int best = 0;
        for (int q = 1; q < w.length; q++) {
            best = w[q] * w[q] / inverse[q][q] < w[best] * w[best] / inverse[best][best] ? q : best;
        }
        return new Step(best, w[best] * w[best] / inverse[best][best] / 2, pruneMany(w, h, 1));
    }

    @Override
    public double[] pruneMany(double[] w, double[][] h, int k) {
        double[][] factor = factor(w, h);
        int n = w.length;
        require(k >= 0 && k <= n, "k must lie between 0 and the number of weights");
        double[] pruned = w.clone();
        var gone = new boolean[n];
        var left = new double[n];
        for (int q = 0; q < n; q++) {
            left[q] = column(factor, q)[q];
        }
        var columns = new double[k][];
        for (int step = 0; step < k; step++) {
            int q = -1;
            for (int i = 0; i < n; i++) {
                boolean less = q < 0 || pruned[i] * pruned[i] / left[i] < pruned[q] * pruned[q] / left[q];
                q = !gone[i] && less ? i : q;
            }
            double[] column = column(factor, q);
            for (int s = 0; s < step; s++) {
                double weight = columns[s][q];
                for (int i = 0; i < n; i++) {
                    column[i] -= weight * columns[s][i];
                }
            }
            gone[q] = true;
            double root = Math.sqrt(left[q]);
            double amount = pruned[q] / root;
            for (int i = 0; i < n; i++) {
                column[i] /= root;
                left[i] -= column[i] * column[i];
                pruned[i] = gone[i] ? 0 : pruned[i] - amount * column[i];
            }
            columns[step] = column;
        }
        return pruned;
    }

    /// Solves L Lᵀ x = e_q.
    private static double[] column(double[][] lower, int q) {
        int n = lower.length;
        var x = new double[n];
        x[q] = 1;
        for (int i = q; i < n; i++) {
            for (int j = q; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= lower[i][j] * x[i];
            }
        }
        return x;
    }

    private static double[][] factor(double[] w, double[][] h) {
        check(w, h);
        var lower = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            lower[i] = h[i].clone();
            for (int j = 0; j < i; j++) {
                for (int l = 0; l < j; l++) {
                    lower[i][j] -= lower[i][l] * lower[j][l];
                }
                lower[i][j] /= lower[j][j];
                lower[i][i] -= lower[i][j] * lower[i][j];
            }
            require(lower[i][i] > 1e-12, "the Hessian must be positive definite");
            lower[i][i] = Math.sqrt(lower[i][i]);
        }
        return lower;
    }

    private static void check(double[] w, double[][] h) {
        require(w != null && w.length > 0, "no weights");
        checkRow(w, w.length);
        require(h != null && h.length == w.length, "one row of the Hessian for each weight");
        for (double[] row : h) {
            checkRow(row, w.length);
        }
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < i; j++) {
                double tolerance = 1e-9 * Math.max(1, Math.abs(h[i][j]));
                require(Math.abs(h[i][j] - h[j][i]) <= tolerance, "the Hessian must be symmetric");
            }
        }
    }

    private static void checkRow(double[] row, int length) {
        require(row != null && row.length == length, "the Hessian must be square");
        for (double cell : row) {
            require(Double.isFinite(cell), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
