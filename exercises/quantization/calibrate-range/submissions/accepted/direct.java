import exercise.CalibrateRange;
import java.util.Arrays;

/// The definitions as they stand.
public class Solution implements CalibrateRange {
    @Override
    public Range minMax(double[][] batches) {
        check(batches);
        return ends(pool(batches));
    }

    @Override
    public Range movingAverage(double[][] batches, double c) {
        check(batches);
        require(c > 0 && c <= 1, "c must be above 0 and at most 1");
        Range first = ends(batches[0]);
        double lo = first.lo();
        double hi = first.hi();
        for (double[] batch : batches) {
            // The first one is already there: it moves nothing.
            lo += c * (ends(batch).lo() - lo);
            hi += c * (ends(batch).hi() - hi);
        }
        return new Range(lo, hi);
    }

    @Override
    public Range percentile(double[][] batches, double p) {
        check(batches);
        require(p > 50 && p <= 100, "p must be above 50 and at most 100");
        double[] sorted = pool(batches);
        Arrays.sort(sorted);
        return new Range(quantile(sorted, 1 - p / 100), quantile(sorted, p / 100));
    }

    @Override
    public Range mseOptimal(double[][] batches, int bits, int steps) {
        check(batches);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        require(steps >= 1, "at least one candidate");
        double[] values = pool(batches);
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return new Range(0, 0);
        }
        int qmax = (1 << (bits - 1)) - 1;
        double best = largest;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= steps; i++) {
            double c = largest * i / steps;
            double cost = squares(values, c / qmax, qmax);
            if (cost <= least) {
                least = cost;
                best = c;
            }
        }
        return new Range(-best, best);
    }

    private static double squares(double[] values, double scale, int qmax) {
        double sum = 0;
        for (double value : values) {
            double error = value - Math.clamp(Math.rint(value / scale), -qmax, qmax) * scale;
            sum += error * error;
        }
        return sum;
    }

    private static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = (int) Math.ceil(position);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static Range ends(double[] values) {
        double lo = values[0];
        double hi = values[0];
        for (double value : values) {
            lo = Math.min(lo, value);
            hi = Math.max(hi, value);
        }
        return new Range(lo, hi);
    }

    private static double[] pool(double[][] batches) {
        return Arrays.stream(batches).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void check(double[][] batches) {
        require(batches != null && batches.length > 0, "no batches");
        for (double[] batch : batches) {
            require(batch != null && batch.length > 0, "an empty batch");
            for (double value : batch) {
                require(Double.isFinite(value), "values must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
