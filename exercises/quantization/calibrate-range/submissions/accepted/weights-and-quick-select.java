import exercise.CalibrateRange;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/// The moving average as a weighted sum, percentiles without sorting, and the search for the
/// best range from the largest candidate down.
public class Solution implements CalibrateRange {
    @Override
    public Range minMax(double[][] batches) {
        check(batches);
        var all = new DoubleSummaryStatistics();
        for (double[] batch : batches) {
            all.combine(Arrays.stream(batch).summaryStatistics());
        }
        return new Range(all.getMin(), all.getMax());
    }

    @Override
    public Range movingAverage(double[][] batches, double c) {
        check(batches);
        require(c > 0 && c <= 1, "c must be above 0 and at most 1");
        double lo = 0;
        double hi = 0;
        double rest = 1;
        for (int b = batches.length - 1; b > 0; b--) {
            DoubleSummaryStatistics batch = Arrays.stream(batches[b]).summaryStatistics();
            lo += rest * c * batch.getMin();
            hi += rest * c * batch.getMax();
            rest *= 1 - c;
        }
        DoubleSummaryStatistics first = Arrays.stream(batches[0]).summaryStatistics();
        return new Range(lo + rest * first.getMin(), hi + rest * first.getMax());
    }

    @Override
    public Range percentile(double[][] batches, double p) {
        check(batches);
        require(p > 50 && p <= 100, "p must be above 50 and at most 100");
        double[] values = Arrays.stream(batches).flatMapToDouble(Arrays::stream).toArray();
        double position = p / 100 * (values.length - 1);
        double hi = quantile(values, position);
        // What lies at a position of the negated values lies at the mirrored one of the values.
        Arrays.setAll(values, i -> -values[i]);
        return new Range(-quantile(values, position), hi);
    }

    @Override
    public Range mseOptimal(double[][] batches, int bits, int steps) {
        check(batches);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        require(steps >= 1, "at least one candidate");
        double[] magnitudes = Arrays.stream(batches).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
        double largest = Arrays.stream(magnitudes).max().getAsDouble();
        if (largest == 0) {
            return new Range(0, 0);
        }
        double qmax = Math.pow(2, bits - 1) - 1;
        double best = largest;
        double least = cost(magnitudes, largest / qmax, qmax);
        for (int i = steps - 1; i > 0; i--) {
            double end = largest / steps * i;
            double cost = cost(magnitudes, end / qmax, qmax);
            if (cost < least) {
                least = cost;
                best = end;
            }
        }
        return new Range(-best, best);
    }

    private static double cost(double[] magnitudes, double scale, double qmax) {
        return Arrays.stream(magnitudes)
                .map(magnitude -> magnitude - Math.min(Math.rint(magnitude / scale), qmax) * scale)
                .map(error -> error * error)
                .average()
                .getAsDouble();
    }

    private static double quantile(double[] values, double position) {
        int below = (int) Math.floor(position);
        double low = select(values, below);
        double high = select(values, (int) Math.ceil(position));
        double share = position - below;
        return (1 - share) * low + share * high;
    }

    /// The value that sorting would put at index k, by Hoare's algorithm, which moves values.
    private static double select(double[] values, int k) {
        int left = 0;
        int right = values.length - 1;
        while (left < right) {
            double pivot = values[k];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (pivot < values[j]) {
                    j--;
                }
                if (i <= j) {
                    double value = values[i];
                    values[i++] = values[j];
                    values[j--] = value;
                }
            }
            left = j < k ? i : left;
            right = k < i ? j : right;
        }
        return values[k];
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
