import exercise.AbTestSignificance;

/// The normal distribution by Simpson's rule, quantiles by Newton's method.
public class Solution implements AbTestSignificance {
    @Override
    public Result test(int x1, int n1, int x2, int n2, double confidence) {
        checkArm(x1, n1);
        checkArm(x2, n2);
        checkShare(confidence);
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        double difference = p2 - p1;
        double pooled = ((double) x1 + x2) / ((double) n1 + n2);
        double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        double z = variance == 0 ? 0 : difference / Math.sqrt(variance);
        double half = quantile((1 + confidence) / 2) * Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        return new Result(z, 2 * phi(-Math.abs(z)), difference - half, difference + half);
    }

    @Override
    public int samplesPerArm(double p1, double p2, double alpha, double power) {
        checkShare(p1);
        checkShare(p2);
        checkShare(alpha);
        checkShare(power);
        double mean = (p1 + p2) / 2;
        double root = quantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
                + quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double samples = Math.ceil(root * root / ((p1 - p2) * (p1 - p2)));
        require(samples == (int) samples, "too many samples, or no difference to find");
        return (int) samples;
    }

    /// The density from 0 to z in 2000 steps; beyond 10 it adds nothing.
    private static double phi(double z) {
        double end = Math.clamp(z, -10, 10);
        double step = end / 2000;
        double sum = density(0) + density(end);
        for (int i = 1; i < 2000; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(i * step);
        }
        return 0.5 + sum * step / 3;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /// From 0 on Newton's steps never overshoot, as the distribution bends towards the axis.
    private static double quantile(double q) {
        double z = 0;
        for (int i = 0; i < 40; i++) {
            z += (q - phi(z)) / density(z);
        }
        return z;
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
