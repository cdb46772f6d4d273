// Answers 1 where a codebook does not pay.
import exercise.CompressionRatio;

public class Solution implements CompressionRatio {
    @Override
    public double ratio(double[] params, double[] bitsBefore, double[] bitsAfter, double[] keep,
            double indexBits) {
        check(params, bitsAfter, keep, indexBits);
        positive(bitsBefore);
        require(bitsBefore.length == params.length, "lengths differ");
        double before = 0;
        for (int i = 0; i < params.length; i++) {
            before += params[i] * bitsBefore[i];
        }
        return before / after(params, bitsAfter, keep, indexBits);
    }

    @Override
    public double savingPercent(double ratio) {
        positive(ratio);
        return 100 * (1 - 1 / ratio);
    }

    @Override
    public double bitsPerWeight(double[] params, double[] bitsAfter, double[] keep, double indexBits) {
        check(params, bitsAfter, keep, indexBits);
        double weights = 0;
        for (double layer : params) {
            weights += layer;
        }
        return after(params, bitsAfter, keep, indexBits) / weights;
    }

    @Override
    public double codebookRatio(long n, int bits, int k) {
        require(n >= 1 && bits >= 1 && k >= 2, "sizes out of range");
        int codeBits = Integer.SIZE - Integer.numberOfLeadingZeros(k - 1);
        return Math.max(1, (double) n * bits / ((double) n * codeBits + (double) k * bits));
    }

    private static double after(double[] params, double[] bitsAfter, double[] keep, double indexBits) {
        double bits = 0;
        for (int i = 0; i < params.length; i++) {
            double index = keep[i] < 1 ? indexBits : 0;
            bits += params[i] * keep[i] * (bitsAfter[i] + index);
        }
        return bits;
    }

    private static void check(double[] params, double[] bitsAfter, double[] keep, double indexBits) {
        positive(params);
        positive(bitsAfter);
        positive(keep);
        require(bitsAfter.length == params.length && keep.length == params.length, "lengths differ");
        for (double share : keep) {
            require(share <= 1, "a layer keeps more than it has");
        }
        require(indexBits >= 0 && indexBits < Double.POSITIVE_INFINITY, "indexBits out of range");
    }

    private static void positive(double... numbers) {
        require(numbers != null && numbers.length > 0, "no layers");
        for (double number : numbers) {
            require(number > 0 && number < Double.POSITIVE_INFINITY, "numbers must be positive and finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
