// Mistake: counts errors of half a step too.
import exercise.QuantRoundtrip;

public class Solution implements QuantRoundtrip {
    @Override
    public Report roundtrip(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        var q = new int[x.length];
        var xhat = new double[x.length];
        double signal = 0;
        double noise = 0;
        double maxAbs = 0;
        int saturated = 0;
        for (int i = 0; i < x.length; i++) {
            double pre = Math.rint(x[i] / scale) + zp;
            if (Math.abs(x[i] - (Math.clamp(pre, qmin, qmax) - zp) * scale) >= scale / 2) {
                saturated++;
            }
            q[i] = (int) Math.clamp(pre, qmin, qmax);
            xhat[i] = (q[i] - zp) * scale;
            double error = x[i] - xhat[i];
            signal += x[i] * x[i];
            noise += error * error;
            maxAbs = Math.max(maxAbs, Math.abs(error));
        }
        double sqnrDb = noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
        return new Report(q, xhat, noise / x.length, maxAbs, sqnrDb, saturated);
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
