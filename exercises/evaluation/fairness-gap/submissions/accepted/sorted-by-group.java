import exercise.FairnessGap;
import java.util.Arrays;

/// Sorts the samples by group, with label and decision in the lowest bits, and walks over
/// the runs.
public class Solution implements FairnessGap {
    @Override
    public double demographicParity(int[] yhat, int[] group) {
        checkBits(yhat, group);
        var keys = new long[group.length];
        Arrays.setAll(keys, i -> 2L * group[i] + yhat[i]);
        return gap(keys);
    }

    @Override
    public double equalizedOdds(int[] y, int[] yhat, int[] group) {
        checkBits(y, group);
        checkBits(yhat, group);
        return Math.max(gap(y, 0, yhat, group), gap(y, 1, yhat, group));
    }

    private static double gap(int[] y, int label, int[] yhat, int[] group) {
        var keys = new long[group.length];
        int count = 0;
        for (int i = 0; i < group.length; i++) {
            if (y[i] == label) {
                keys[count++] = 2L * group[i] + yhat[i];
            }
        }
        return gap(Arrays.copyOf(keys, count));
    }

    /// -Infinity without any sample, so that the other gap is the larger one.
    private static double gap(long[] keys) {
        Arrays.sort(keys);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        int first = 0;
        double selected = 0;
        for (int i = 0; i < keys.length; i++) {
            selected += keys[i] & 1;
            if (i == keys.length - 1 || keys[i] >> 1 != keys[i + 1] >> 1) {
                double rate = selected / (i + 1 - first);
                smallest = Math.min(smallest, rate);
                largest = Math.max(largest, rate);
                first = i + 1;
                selected = 0;
            }
        }
        return largest - smallest;
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
