// Ignores targets without an output.
import exercise.SharedLayerBackprop;

public class Solution implements SharedLayerBackprop {
    @Override
    public double loss(double[][] w, double[] x, double[] target, int depth) {
        check(w, x, target, depth);
        double[] last = states(w, x, depth)[depth];
        double sum = 0;
        for (int i = 0; i < last.length; i++) {
            sum += (last[i] - target[i]) * (last[i] - target[i]);
        }
        return sum / 2;
    }

    @Override
    public double[][] grad(double[][] w, double[] x, double[] target, int depth) {
        check(w, x, target, depth);
        int n = w.length;
        double[][] h = states(w, x, depth);
        var error = new double[n];
        for (int i = 0; i < n; i++) {
            error[i] = h[depth][i] - target[i];
        }
        var gradient = new double[n][n];
        for (int l = depth; l > 0; l--) {
            var below = new double[n];
            for (int i = 0; i < n; i++) {
                double delta = error[i] * (1 - h[l][i] * h[l][i]);
                for (int j = 0; j < n; j++) {
                    gradient[i][j] += delta * h[l - 1][j];
                    below[j] += w[i][j] * delta;
                }
            }
            error = below;
        }
        return gradient;
    }

    private static double[][] states(double[][] w, double[] x, int depth) {
        var h = new double[depth + 1][x.length];
        h[0] = x;
        for (int l = 1; l <= depth; l++) {
            for (int i = 0; i < x.length; i++) {
                double sum = 0;
                for (int j = 0; j < x.length; j++) {
                    sum += w[i][j] * h[l - 1][j];
                }
                h[l][i] = Math.tanh(sum);
            }
        }
        return h;
    }

    private static void check(double[][] w, double[] x, double[] target, int depth) {
        require(w != null && w.length > 0, "no weights");
        for (double[] row : w) {
            check(row, w.length);
        }
        check(x, w.length);
        require(target != null && target.length >= w.length, "sizes differ");
        check(target, target.length);
        require(depth >= 1, "depth must be at least 1");
    }

    private static void check(double[] vector, int length) {
        require(vector != null && vector.length == length, "sizes differ");
        for (double entry : vector) {
            require(Double.isFinite(entry), "entries must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
