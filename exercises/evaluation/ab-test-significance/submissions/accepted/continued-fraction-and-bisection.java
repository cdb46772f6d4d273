import exercise.AbTestSignificance;

/// The tail of the normal distribution by a series near 0 and a continued fraction far
/// away, quantiles by bisection, proportions in long.
public class Solution implements AbTestSignificance {
    @Override
    public Result test(int x1, int n1, int x2, int n2, double confidence) {
        checkArm(x1, n1);
        checkArm(x2, n2);
        checkShare(confidence);
        // Over the common denominator n1·n2
        double difference = (double) ((long) x2 * n1 - (long) x1 * n2) / n1 / n2;
        double successes = (long) x1 + x2;
        double samples = (long) n1 + n2;
        double error = Math.sqrt(successes * (samples - successes) / samples / n1 / n2);
        double z = error > 0 ? difference / error : 0;
        double half = quantile((1 - confidence) / 2) * Math.sqrt(variance(x1, n1) + variance(x2, n2));
        return new Result(z, 2 * tail(Math.abs(z)), difference - half, difference + half);
    }

    private static double variance(double x, double n) {
        return x * (n - x) / (n * n * n);
    }

    @Override
    public int samplesPerArm(double p1, double p2, double alpha, double power) {
        checkShare(p1);
        checkShare(p2);
        checkShare(alpha);
        checkShare(power);
        double mean = (p1 + p2) / 2;
        double same = quantile(alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
        double different = quantile(1 - power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double samples = Math.ceil(Math.pow((same + different) / (p1 - p2), 2));
        require(samples == (int) samples, "too many samples, or no difference to find");
        return (int) samples;
    }

    /// The share of the normal distribution above z.
    private static double tail(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int k = 3; k < 200; k += 2) {
                term *= z * z / k;
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int k = 100; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }

    /// Where a share of `above` is left.
    private static double quantile(double above) {
        double low = 0;
        double high = 40;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (tail(middle) > above) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void checkArm(int x, int n) {
        require(n >= 1, "no samples");
        require(x >= 0 && x <= n, "successes out of range");
    }

    private static void checkShare(double share) {
        require(share > 0 && share < 1, "must be between 0 and 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
