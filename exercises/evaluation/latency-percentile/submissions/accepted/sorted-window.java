import exercise.LatencyPercentile;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Keeps the window sorted: one value is taken out and one put in at each step. Powers
/// are sums of prefixes.
public class Solution implements LatencyPercentile {
    @Override
    public double nearestRank(double[] x, double p) {
        checkPercentile(x, p);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[rank(x.length, p) - 1];
    }

    private static int rank(int n, double p) {
        return (int) Math.max(1, Math.ceil(p * n - 1e-9));
    }

    @Override
    public double linear(double[] x, double p) {
        checkPercentile(x, p);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double position = p * (x.length - 1);
        int below = (int) position;
        double part = position - below;
        int above = Math.min(below + 1, x.length - 1);
        return (1 - part) * sorted[below] + part * sorted[above];
    }

    @Override
    public int[] alerts(double[] latency, double[] power, int window, double p99Limit, double powerLimit) {
        checkSeries(latency, power, window, p99Limit, powerLimit);
        int rank = rank(window, 0.99);
        var before = new double[power.length + 1];
        for (int i = 0; i < power.length; i++) {
            before[i + 1] = before[i] + power[i];
        }
        double[] sorted = Arrays.copyOf(latency, window);
        Arrays.sort(sorted);
        return IntStream.rangeClosed(window, latency.length)
                .filter(end -> {
                    if (end > window) {
                        replace(sorted, latency[end - 1 - window], latency[end - 1]);
                    }
                    double mean = (before[end] - before[end - window]) / window;
                    return sorted[rank - 1] > p99Limit && mean > powerLimit;
                })
                .map(end -> end - 1)
                .toArray();
    }

    /// What lies between the two moves by one place.
    private static void replace(double[] sorted, double leaving, double coming) {
        int at = Arrays.binarySearch(sorted, leaving);
        int found = Arrays.binarySearch(sorted, coming);
        int to = found < 0 ? -found - 1 : found;
        if (to > at) {
            to--;
            System.arraycopy(sorted, at + 1, sorted, at, to - at);
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, at - to);
        }
        sorted[to] = coming;
    }

    private static void checkPercentile(double[] x, double p) {
        checkFinite(x);
        require(p > 0 && p <= 1, "p must be above 0 and at most 1");
    }

    private static void checkSeries(
            double[] latency, double[] power, int window, double p99Limit, double powerLimit) {
        checkFinite(latency);
        checkFinite(power);
        require(latency.length == power.length, "one power for each latency");
        require(window >= 1 && window <= latency.length, "window out of range");
        require(!Double.isNaN(p99Limit) && !Double.isNaN(powerLimit), "a limit is NaN");
    }

    private static void checkFinite(double[] x) {
        require(x != null && x.length > 0, "no values");
        for (double value : x) {
            require(Double.isFinite(value), "values must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
