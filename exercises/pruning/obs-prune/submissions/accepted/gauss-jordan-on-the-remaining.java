import exercise.ObsPrune;
import java.util.ArrayList;
import java.util.List;

/// Inverts by sweeping pivots in place, and keeps a list of the weights that remain.
public class Solution implements ObsPrune {
    @Override
    public double[] obdSaliency(double[] w, double[][] h) {
        inverse(w, h);
        var saliency = new double[w.length];
        for (int q = 0; q < w.length; q++) {
            saliency[q] = 0.5 * h[q][q] * Math.pow(w[q], 2);
        }
        return saliency;
    }

    @Override
    public Step prune(double[] w, double[][] h) {
        double[][] inverse = inverse(w, h);
        double[] pruned = w.clone();
        List<Integer> remaining = remaining(w.length);
        int q = next(pruned, inverse, remaining);
        double saliency = saliency(pruned, inverse, q);
        eliminate(pruned, inverse, q, remaining);
        return new Step(q, saliency, pruned);
    }

    @Override
    public double[] pruneMany(double[] w, double[][] h, int k) {
        double[][] inverse = inverse(w, h);
        require(k >= 0 && k <= w.length, "k must lie between 0 and the number of weights");
        double[] pruned = w.clone();
        List<Integer> remaining = remaining(w.length);
        while (remaining.size() > w.length - k) {
            eliminate(pruned, inverse, next(pruned, inverse, remaining), remaining);
        }
        return pruned;
    }

    private static List<Integer> remaining(int n) {
        List<Integer> remaining = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            remaining.add(i);
        }
        return remaining;
    }

    private static double saliency(double[] w, double[][] inverse, int q) {
        return 0.5 * Math.pow(w[q], 2) / inverse[q][q];
    }

    private static int next(double[] w, double[][] inverse, List<Integer> remaining) {
        int best = remaining.getFirst();
        for (int q : remaining) {
            if (saliency(w, inverse, q) < saliency(w, inverse, best)) {
                best = q;
            }
        }
        return best;
    }

    private static void eliminate(double[] w, double[][] inverse, int q, List<Integer> remaining) {
        remaining.remove(Integer.valueOf(q));
        int[] others = remaining.stream().mapToInt(i -> i).toArray();
        for (int i : others) {
            double ratio = inverse[i][q] / inverse[q][q];
            w[i] -= ratio * w[q];
            for (int j : others) {
                inverse[i][j] -= ratio * inverse[q][j];
            }
        }
        w[q] = 0;
    }

    /// Without exchanging rows the pivots are those of Cholesky.
    private static double[][] inverse(double[] w, double[][] h) {
        check(w, h);
        int n = w.length;
        var inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = h[i].clone();
        }
        for (int p = 0; p < n; p++) {
            double pivot = inverse[p][p];
            require(pivot > 1e-12, "the Hessian must be positive definite");
            inverse[p][p] = 1;
            for (int j = 0; j < n; j++) {
                inverse[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                if (i != p) {
                    double factor = inverse[i][p];
                    inverse[i][p] = 0;
                    for (int j = 0; j < n; j++) {
                        inverse[i][j] -= factor * inverse[p][j];
                    }
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
