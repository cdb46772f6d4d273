// The tolerance of symmetry shrinks with the entries.
import exercise.ObsPrune;

public class Solution implements ObsPrune {
    @Override
    public double[] obdSaliency(double[] w, double[][] h) {
        check(w, h);
        cholesky(h);
        var saliency = new double[w.length];
        for (int q = 0; q < w.length; q++) {
            saliency[q] = h[q][q] * w[q] * w[q] / 2;
        }
        return saliency;
    }

    @Override
    public Step prune(double[] w, double[][] h) {
        check(w, h);
        double[][] inverse = inverse(cholesky(h));
        int q = next(w, inverse, new boolean[w.length]);
        double saliency = w[q] * w[q] / (2 * inverse[q][q]);
        double[] pruned = w.clone();
        eliminate(pruned, inverse, q);
        return new Step(q, saliency, pruned);
    }

    @Override
    public double[] pruneMany(double[] w, double[][] h, int k) {
        check(w, h);
        require(k >= 0 && k <= w.length, "k must lie between 0 and the number of weights");
        double[][] inverse = inverse(cholesky(h));
        double[] pruned = w.clone();
        var gone = new boolean[w.length];
        for (int step = 0; step < k; step++) {
            int q = next(pruned, inverse, gone);
            eliminate(pruned, inverse, q);
            gone[q] = true;
        }
        return pruned;
    }

    private static int next(double[] w, double[][] inverse, boolean[] gone) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int q = 0; q < w.length; q++) {
            if (!gone[q] && w[q] * w[q] / inverse[q][q] < least) {
                best = q;
                least = w[q] * w[q] / inverse[q][q];
            }
        }
        return best;
    }

    private static void eliminate(double[] w, double[][] inverse, int q) {
        double[] column = inverse[q].clone();
        double factor = w[q] / column[q];
        for (int i = 0; i < w.length; i++) {
            w[i] -= factor * column[i];
            double ratio = column[i] / column[q];
            for (int j = 0; j < w.length; j++) {
                inverse[i][j] -= ratio * column[j];
            }
            inverse[i][q] = 0;
        }
        w[q] = 0;
    }

    private static double[][] cholesky(double[][] h) {
        var lower = new double[h.length][h.length];
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = h[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= lower[i][l] * lower[j][l];
                }
                require(j < i || sum > 1e-12, "the Hessian must be positive definite");
                lower[i][j] = j < i ? sum / lower[j][j] : Math.sqrt(sum);
            }
        }
        return lower;
    }

    /// H⁻¹ = L⁻ᵀ L⁻¹, with the rows of L⁻¹ one after the other.
    private static double[][] inverse(double[][] lower) {
        int n = lower.length;
        var rows = new double[n][n];
        var inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
            for (int l = 0; l < i; l++) {
                for (int j = 0; j <= l; j++) {
                    rows[i][j] -= lower[i][l] * rows[l][j];
                }
            }
            for (int j = 0; j <= i; j++) {
                rows[i][j] /= lower[i][i];
            }
            for (int a = 0; a <= i; a++) {
                for (int b = 0; b <= i; b++) {
                    inverse[a][b] += rows[i][a] * rows[i][b];
                }
            }
        }
        return inverse;
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
                double tolerance = 1e-8 * Math.abs(h[i][j]);
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
