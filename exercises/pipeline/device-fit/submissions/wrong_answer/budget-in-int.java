// Cuts the room for the cache to int before the division.
import exercise.DeviceFit;

public class Solution implements DeviceFit {
    @Override
    public long totalBytes(long params, double bitsPerWeight, int layers, int kvHeads, int headDim,
            int context, int kvBytes) {
        checkSizes(context);
        return weights(params, bitsPerWeight) + perToken(layers, kvHeads, headDim, kvBytes) * context;
    }

    @Override
    public int choose(long budget, long params, double[] bitsPerWeight, double[] quality, int layers,
            int kvHeads, int headDim, int context, int kvBytes) {
        require(budget >= 0, "negative budget");
        require(bitsPerWeight != null && quality != null && quality.length > 0, "no options");
        require(bitsPerWeight.length == quality.length, "one quality for each option");
        var bytes = new long[quality.length];
        int best = -1;
        for (int i = 0; i < quality.length; i++) {
            require(Double.isFinite(quality[i]), "quality must be finite");
            bytes[i] = totalBytes(params, bitsPerWeight[i], layers, kvHeads, headDim, context, kvBytes);
            boolean better = best < 0 || quality[i] > quality[best]
                    || quality[i] == quality[best] && bytes[i] < bytes[best];
            if (bytes[i] <= budget && better) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public int maxContext(long budget, long params, double bitsPerWeight, int layers, int kvHeads,
            int headDim, int kvBytes) {
        require(budget >= 0, "negative budget");
        long left = budget - weights(params, bitsPerWeight);
        return (int) Math.max(0, (int) left / perToken(layers, kvHeads, headDim, kvBytes));
    }

    private static long weights(long params, double bitsPerWeight) {
        checkSizes(params);
        require(bitsPerWeight > 0 && bitsPerWeight < Double.POSITIVE_INFINITY, "bits out of range");
        return (long) Math.ceil(params * bitsPerWeight / 8);
    }

    private static long perToken(int layers, int kvHeads, int headDim, int kvBytes) {
        checkSizes(layers, kvHeads, headDim, kvBytes);
        return 2L * layers * kvHeads * headDim * kvBytes;
    }

    private static void checkSizes(long... sizes) {
        for (long size : sizes) {
            require(size >= 1, "sizes must be at least 1");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
