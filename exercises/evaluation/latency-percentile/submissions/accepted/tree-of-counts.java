import exercise.LatencyPercentile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;

/// Two ordered maps hold a window: the largest values down to the wanted rank, and the
/// rest below. Interpolation is a weighted mean of two ranks.
public class Solution implements LatencyPercentile {
    private static class Multiset extends TreeMap<Double, Integer> {
        private static final long serialVersionUID = 1;

        void add(double value) {
            merge(value, 1, Integer::sum);
        }

        void remove(double value) {
            compute(value, (key, count) -> count == 1 ? null : count - 1);
        }

        void move(double value, Multiset to) {
            remove(value);
            to.add(value);
        }
    }

    @Override
    public double nearestRank(double[] x, double p) {
        checkPercentile(x, p);
        double[] sorted = Arrays.stream(x).sorted().toArray();
        return sorted[rank(x.length, p) - 1];
    }

    private static int rank(int n, double p) {
        return Math.max((int) Math.ceil(p * n - 1e-9), 1);
    }

    @Override
    public double linear(double[] x, double p) {
        checkPercentile(x, p);
        double[] sorted = Arrays.stream(x).sorted().toArray();
        double position = p * (x.length - 1);
        int above = (int) Math.ceil(position);
        double missing = above - position;
        return sorted[above] - missing * (sorted[above] - sorted[Math.max(above - 1, 0)]);
    }

    @Override
    public int[] alerts(double[] latency, double[] power, int window, double p99Limit, double powerLimit) {
        checkSeries(latency, power, window, p99Limit, powerLimit);
        var low = new Multiset();
        var high = new Multiset();
        int above = window + 1 - rank(window, 0.99);
        double sum = 0;
        var alerts = new ArrayList<Integer>();
        for (int i = 0; i < latency.length; i++) {
            high.add(latency[i]);
            if (i >= above) {
                high.move(high.firstKey(), low);
            }
            sum += power[i];
            if (i >= window) {
                double leaving = latency[i - window];
                if (high.containsKey(leaving)) {
                    high.remove(leaving);
                    low.move(low.lastKey(), high);
                } else {
                    low.remove(leaving);
                }
                sum -= power[i - window];
            }
            if (i >= window - 1 && high.firstKey() > p99Limit && sum > powerLimit * window) {
                alerts.add(i);
            }
        }
        return alerts.stream().mapToInt(Integer::intValue).toArray();
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
