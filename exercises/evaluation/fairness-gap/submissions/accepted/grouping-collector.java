import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.groupingBy;

import exercise.FairnessGap;
import java.util.stream.IntStream;

/// The means of the groups by a collector, the gap from their statistics.
public class Solution implements FairnessGap {
    @Override
    public double demographicParity(int[] yhat, int[] group) {
        checkBits(yhat, group);
        return gap(IntStream.range(0, group.length), yhat, group);
    }

    @Override
    public double equalizedOdds(int[] y, int[] yhat, int[] group) {
        checkBits(y, group);
        checkBits(yhat, group);
        double ofPositives = gap(IntStream.range(0, group.length).filter(i -> y[i] == 1), yhat, group);
        double ofNegatives = gap(IntStream.range(0, group.length).filter(i -> y[i] == 0), yhat, group);
        return Math.max(ofPositives, ofNegatives);
    }

    /// -Infinity without any sample, so that the other gap is the larger one.
    private static double gap(IntStream samples, int[] yhat, int[] group) {
        var rates = samples.boxed()
                .collect(groupingBy(i -> group[i], averagingInt(i -> yhat[i])))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return rates.getMax() - rates.getMin();
    }

    private static void checkBits(int[] bits, int[] group) {
        require(group != null && group.length > 0, "no samples");
        require(bits != null && bits.length == group.length, "one entry for each sample");
        for (int bit : bits) {
            require(bit == 0 || bit == 1, "neither 0 nor 1");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
