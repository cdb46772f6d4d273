// Each step takes off a projection: onto an interval, or onto a ball.
import exercise.L1ProxShrink;

public class Solution implements L1ProxShrink {
    @Override
    public double[] l1(double[] w, double lr, double lambda) {
        double tau = tau(lr, lambda);
        double[] result = copy(w);
        for (int i = 0; i < result.length; i++) {
            result[i] -= Math.max(-tau, Math.min(tau, result[i]));
        }
        return result;
    }

    @Override
    public double[] l2(double[] w, double lr, double lambda) {
        double tau = tau(lr, lambda);
        if (tau >= 1) {
            throw new IllegalArgumentException("the step would turn weights round");
        }
        double[] result = copy(w);
        for (int i = 0; i < result.length; i++) {
            result[i] -= tau * w[i];
        }
        return result;
    }

    @Override
    public double[][] groupL2(double[][] w, double lr, double lambda) {
        double tau = tau(lr, lambda);
        if (w == null || w.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        var result = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            result[i] = copy(w[i]);
            if (w[i].length != w[0].length) {
                throw new IllegalArgumentException("ragged matrix");
            }
            double norm = 0;
            for (double x : w[i]) {
                norm = Math.hypot(norm, x);
            }
            // What goes is the projection onto the ball of radius tau.
            double share = norm <= tau ? 1 : tau / norm;
            for (int j = 0; j < result[i].length; j++) {
                result[i][j] -= share * w[i][j];
            }
        }
        return result;
    }

    private static double tau(double lr, double lambda) {
        if (!(0 <= lr && lr < Double.POSITIVE_INFINITY && 0 <= lambda && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lr and lambda must be finite and not negative");
        }
        return lr * lambda;
    }

    private static double[] copy(double[] w) {
        if (w == null || w.length == 0) {
            throw new IllegalArgumentException("no weights");
        }
        for (double x : w) {
            if (x - x != 0) {
                throw new IllegalArgumentException("weights must be finite");
            }
        }
        return w.clone();
    }
}
