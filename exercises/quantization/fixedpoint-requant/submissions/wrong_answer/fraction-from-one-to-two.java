// f in [1, 2) and a fraction of 30 bits.
import exercise.FixedpointRequant;
import java.util.Arrays;

public class Solution implements FixedpointRequant {
    @Override
    public int[] quantizeMultiplier(double m) {
        // From 1 - 2^-32 on it would round to 1.
        require(m >= 0 && m < 1 - 0x1p-32, "the multiplier must be from 0 to below 1");
        if (m == 0) {
            return new int[2];
        }
        double f = m;
        int n = 0;
        while (f < 1) {
            f *= 2;
            n++;
        }
        long m0 = (long) Math.rint(f * (1L << 30));
        if (m0 == 1L << 31) {
            m0 /= 2;
            n--;
        }
        return new int[]{(int) m0, n};
    }

    @Override
    public int[] requantize(int[] acc, int m0, int rightShift, int zy) {
        require(acc != null && acc.length > 0, "no accumulators");
        require(m0 >= 0 && rightShift >= 0 && rightShift <= 31, "multiplier out of range");
        require(zy >= -128 && zy <= 127, "zero-point out of range");
        return Arrays.stream(acc)
                .map(a -> Math.clamp(shift(highProduct(a, m0), rightShift) + zy, -128, 127)).toArray();
    }

    private static long highProduct(int acc, int m0) {
        long product = (long) acc * m0;
        long nudge = product >= 0 ? 1L << 30 : 1 - (1L << 30);
        return (product + nudge) / (1L << 31);
    }

    private static long shift(long x, int n) {
        long mask = (1L << n) - 1;
        long threshold = (mask >> 1) + (x >>> 63);
        return (x >> n) + ((x & mask) > threshold ? 1 : 0);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
