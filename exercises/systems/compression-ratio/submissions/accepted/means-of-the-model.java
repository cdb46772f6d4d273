import exercise.CompressionRatio;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The mean width of a weight before and after, with layers weighted by their size; codes get
/// another bit as long as they are too few.
public class Solution implements CompressionRatio {
    @Override
    public double ratio(double[] params, double[] bitsBefore, double[] bitsAfter, double[] keep,
            double indexBits) {
        double after = bitsPerWeight(params, bitsAfter, keep, indexBits);
        require(allPositive(bitsBefore) && bitsBefore.length == params.length, "bitsBefore out of range");
        return mean(params, bitsBefore) / after;
    }

    @Override
    public double savingPercent(double ratio) {
        require(allPositive(ratio), "ratio out of range");
        return 100 - 100 / ratio;
    }

    @Override
    public double bitsPerWeight(double[] params, double[] bitsAfter, double[] keep, double indexBits) {
        require(allPositive(params) && allPositive(bitsAfter) && allPositive(keep),
                "no layers, or out of range");
        require(params.length == bitsAfter.length && params.length == keep.length, "lengths differ");
        require(Arrays.stream(keep).noneMatch(share -> share > 1), "a layer keeps more than it has");
        require(indexBits >= 0 && Double.isFinite(indexBits), "indexBits out of range");
        double[] stored = IntStream.range(0, keep.length)
                .mapToDouble(i -> keep[i] == 1 ? bitsAfter[i] : keep[i] * bitsAfter[i] + keep[i] * indexBits)
                .toArray();
        return mean(params, stored);
    }

    @Override
    public double codebookRatio(long n, int bits, int k) {
        require(n > 0 && bits > 0 && k > 1, "sizes out of range");
        int codeBits = 1;
        for (long codes = 2; codes < k; codes += codes) {
            codeBits++;
        }
        double valuesForEachWeight = (double) k / n;
        return 1 / ((double) codeBits / bits + valuesForEachWeight);
    }

    private static double mean(double[] params, double[] widths) {
        double weights = Arrays.stream(params).sum();
        return IntStream.range(0, params.length).mapToDouble(i -> params[i] / weights * widths[i]).sum();
    }

    private static boolean allPositive(double... numbers) {
        return numbers != null
                && numbers.length > 0
                && Arrays.stream(numbers).allMatch(number -> number > 0 && Double.isFinite(number));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
