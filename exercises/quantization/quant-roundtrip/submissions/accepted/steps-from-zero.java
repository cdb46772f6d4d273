import exercise.QuantRoundtrip;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts steps from 0 instead of codes, clips them to the range that the zero-point leaves,
/// and takes the ratio of root mean squares.
public class Solution implements QuantRoundtrip {
    @Override
    public Report roundtrip(double[] x, double scale, int zp, int qmin, int qmax) {
        check(x, scale, zp, qmin, qmax);
        double[] free = Arrays.stream(x).map(value -> Math.rint(value / scale)).toArray();
        double[] steps = Arrays.stream(free)
                .map(step -> Math.min(Math.max(step, qmin - zp), qmax - zp))
                .toArray();
        int saturated = (int) IntStream.range(0, x.length).filter(i -> free[i] != steps[i]).count();
        int[] q = Arrays.stream(steps).mapToInt(step -> (int) step + zp).toArray();
        double[] xhat = Arrays.stream(steps).map(step -> step * scale).toArray();
        double[] errors = IntStream.range(0, x.length).mapToDouble(i -> Math.abs(x[i] - xhat[i])).toArray();
        double maxAbs = Arrays.stream(errors).max().getAsDouble();
        double noise = root(errors);
        double bels = 2 * (Math.log10(root(x)) - Math.log10(noise));
        double sqnrDb = maxAbs == 0 ? Double.POSITIVE_INFINITY : 10 * bels;
        return new Report(q, xhat, noise * noise, maxAbs, sqnrDb, saturated);
    }

    private static double root(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(number -> number * number).average().getAsDouble());
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
