// Mistake: the rounding error has the wrong sign.
import exercise.FakeQuantSte;

public class Solution implements FakeQuantSte {
    @Override
    public double[] forward(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double v = Math.rint(x[i] / scale) + zp;
            y[i] = (Math.clamp(v, qmin, qmax) - zp) * scale;
        }
        return y;
    }

    @Override
    public Grad backward(double[] x, double[] upstream, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        checkUpstream(x, upstream);
        var dx = new double[x.length];
        double dScale = 0;
        for (int i = 0; i < x.length; i++) {
            double v = Math.rint(x[i] / scale) + zp;
            if (v < qmin) {
                dScale += upstream[i] * (qmin - zp);
            } else if (v > qmax) {
                dScale += upstream[i] * (qmax - zp);
            } else {
                dScale += upstream[i] * (x[i] / scale - Math.rint(x[i] / scale));
                dx[i] = upstream[i];
            }
        }
        return new Grad(dx, dScale);
    }

    private static void check(double[] x, double scale, int zp, int qmin, int qmax) {
        require(x != null && x.length > 0, "no numbers");
        requireFinite(x);
        require(scale > 0 && scale < Double.POSITIVE_INFINITY, "the scale must be positive and finite");
        require(qmin < qmax, "no codes");
        require(qmin <= zp && zp <= qmax, "the zero-point must be a code");
    }

    private static void checkUpstream(double[] x, double[] upstream) {
        require(upstream != null && upstream.length == x.length, "one gradient for each number");
        requireFinite(upstream);
    }

    private static void requireFinite(double[] numbers) {
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
