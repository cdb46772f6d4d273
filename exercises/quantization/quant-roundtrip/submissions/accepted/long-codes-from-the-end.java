import exercise.QuantRoundtrip;

/// Codes as long, which a cast from double saturates; one pass for the codes, another for the
/// errors, from the last number to the first.
public class Solution implements QuantRoundtrip {
    @Override
    public Report roundtrip(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        var q = new int[x.length];
        int saturated = 0;
        for (int i = 0; i < x.length; i++) {
            // Nobody's code is beyond a quarter of the longs, and so the sum does not wrap around.
            long steps = (long) Math.rint(Math.clamp(x[i] / scale, -0x1p60, 0x1p60));
            q[i] = Math.clamp(steps + zp, qmin, qmax);
            if (q[i] != steps + zp) {
                saturated++;
            }
        }
        var xhat = new double[x.length];
        var errors = new double[x.length];
        double maxAbs = 0;
        for (int i = 0; i < x.length; i++) {
            xhat[i] = scale * q[i] - scale * zp;
            errors[i] = x[i] - xhat[i];
            maxAbs = Math.max(maxAbs, Math.max(errors[i], -errors[i]));
        }
        double noise = squares(errors);
        double bels = Math.log10(squares(x)) - Math.log10(noise);
        double sqnrDb = maxAbs == 0 ? Double.POSITIVE_INFINITY : 10 * bels;
        return new Report(q, xhat, noise / x.length, maxAbs, sqnrDb, saturated);
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (int i = numbers.length; i > 0; i--) {
            sum += numbers[i - 1] * numbers[i - 1];
        }
        return sum;
    }

    private static void check(double[] x, double scale, int zp, int qmin, int qmax) {
        require(x != null && x.length > 0, "no numbers");
        for (double value : x) {
            require(Double.isFinite(value), "numbers must be finite");
        }
        require(scale > 0 && scale < Double.POSITIVE_INFINITY, "the scale must be positive and finite");
        require(qmin < qmax, "no codes");
        require(qmin <= zp && zp <= qmax, "the zero-point must be a code");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
