import exercise.DeviceFit;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Sorts the options that fit, and finds the longest context bit by bit.
public class Solution implements DeviceFit {
    @Override
    public long totalBytes(long params, double bitsPerWeight, int layers, int kvHeads, int headDim,
            int context, int kvBytes) {
        atLeast(1, context);
        return bytes(params, bitsPerWeight, context, layers, kvHeads, headDim, kvBytes).longValueExact();
    }

    @Override
    public int choose(long budget, long params, double[] bitsPerWeight, double[] quality, int layers,
            int kvHeads, int headDim, int context, int kvBytes) {
        atLeast(0, budget);
        if (bitsPerWeight == null || quality == null || bitsPerWeight.length != quality.length) {
            throw new IllegalArgumentException("one quality for each option");
        }
        atLeast(1, quality.length);
        var totals = new long[quality.length];
        for (int i = 0; i < totals.length; i++) {
            if (!Double.isFinite(quality[i])) {
                throw new IllegalArgumentException("quality = " + quality[i]);
            }
            totals[i] = totalBytes(params, bitsPerWeight[i], layers, kvHeads, headDim, context, kvBytes);
        }
        // The sort is stable: what is equal in both keeps the order of its indices.
        return IntStream.range(0, totals.length)
                .filter(i -> totals[i] <= budget)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -quality[i])
                        .thenComparingLong(i -> totals[i]))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public int maxContext(long budget, long params, double bitsPerWeight, int layers, int kvHeads,
            int headDim, int kvBytes) {
        atLeast(0, budget);
        var limit = BigInteger.valueOf(budget);
        int context = 0;
        for (int bit = 1 << 30; bit > 0; bit /= 2) {
            int longer = context + bit;
            var bytes = bytes(params, bitsPerWeight, longer, layers, kvHeads, headDim, kvBytes);
            if (bytes.compareTo(limit) <= 0) {
                context = longer;
            }
        }
        return context;
    }

    private static BigInteger bytes(long params, double bitsPerWeight, int context, int... cache) {
        atLeast(1, params);
        if (!(bitsPerWeight > 0 && bitsPerWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bits = " + bitsPerWeight);
        }
        var bytes = BigInteger.valueOf(2L * context);
        for (int size : cache) {
            atLeast(1, size);
            bytes = bytes.multiply(BigInteger.valueOf(size));
        }
        return bytes.add(BigInteger.valueOf((long) Math.ceil(params / 8.0 * bitsPerWeight)));
    }

    private static void atLeast(long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(value + " is below " + least);
        }
    }
}
