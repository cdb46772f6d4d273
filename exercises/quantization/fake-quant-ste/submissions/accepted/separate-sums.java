import exercise.FakeQuantSte;

/// Keeps three sums of upstream gradients, one for each zone, and joins them at the end.
public class Solution implements FakeQuantSte {
    @Override
    public double[] forward(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            double error = Math.IEEEremainder(x[i], scale);
            // The remainder is what rounding to the nearest multiple, at halves to the even one, takes away.
            double lowest = scale * (qmin - zp);
            double highest = scale * (qmax - zp);
            y[i] = Math.min(Math.max(x[i] - error, lowest), highest);
        }
        return y;
    }

    @Override
    public Grad backward(double[] x, double[] upstream, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        checkUpstream(x, upstream);
        double[] dx = upstream.clone();
        double below = 0;
        double above = 0;
        double inside = 0;
        for (int i = 0; i < x.length; i++) {
            double place = x[i] / scale;
            double nearest = Math.rint(place);
            if (nearest < qmin - zp) {
                below += upstream[i];
                dx[i] = 0;
            } else if (nearest > qmax - zp) {
                above += upstream[i];
                dx[i] = 0;
            } else {
                inside += upstream[i] * (nearest - place);
            }
        }
        return new Grad(dx, below * (qmin - zp) + above * (qmax - zp) + inside);
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
