import exercise.FakeQuantSte;
import java.util.stream.IntStream;

/// Counts steps from 0, clipped to what the zero-point leaves on either side. The gradient of
/// the scale is the clipped steps, less x / scale where nothing was clipped.
public class Solution implements FakeQuantSte {
    @Override
    public double[] forward(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        return IntStream.range(0, x.length)
                .mapToDouble(i -> scale * steps(x[i] / scale, zp, qmin, qmax))
                .toArray();
    }

    @Override
    public Grad backward(double[] x, double[] upstream, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        checkUpstream(x, upstream);
        double[] quotients = IntStream.range(0, x.length).mapToDouble(i -> x[i] / scale).toArray();
        double[] passed = IntStream.range(0, x.length)
                .mapToDouble(i -> steps(quotients[i], zp, qmin, qmax) == Math.rint(quotients[i]) ? 1 : 0)
                .toArray();
        double[] dx = IntStream.range(0, x.length).mapToDouble(i -> passed[i] * upstream[i]).toArray();
        double dScale = IntStream.range(0, x.length)
                .mapToDouble(i -> upstream[i] * (steps(quotients[i], zp, qmin,
                qmax) - passed[i] * quotients[i]))
                .sum();
        return new Grad(dx, dScale);
    }

    private static double steps(double quotient, int zp, int qmin, int qmax) {
        return Math.max(qmin - zp, Math.min(qmax - zp, Math.rint(quotient)));
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
