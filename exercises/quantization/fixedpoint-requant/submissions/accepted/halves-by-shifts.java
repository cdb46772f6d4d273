// Both roundings as an addition and a shift.
import exercise.FixedpointRequant;

public class Solution implements FixedpointRequant {
    @Override
    public int[] quantizeMultiplier(double m) {
        if (!(0 <= m && m < 1 - 0x1p-32)) {
            throw new IllegalArgumentException("the multiplier must be from 0 to below 1");
        }
        if (m == 0) {
            return new int[2];
        }
        // 31 bits of it, as a number from 2^30 to 2^31: scaling by powers of two is exact.
        int n = -1 - Math.getExponent(m * 0x1p100) + 100;
        double m0 = Math.rint(Math.scalb(m, n) * 0x1p31);
        return m0 == 0x1p31 ? new int[]{1 << 30, n - 1} : new int[]{(int) m0, n};
    }

    @Override
    public int[] requantize(int[] acc, int m0, int rightShift, int zy) {
        if (acc == null || acc.length == 0 || m0 < 0 || rightShift < 0 || rightShift > 31
                || (byte) zy != zy) {
            throw new IllegalArgumentException("out of range");
        }
        var result = new int[acc.length];
        for (int i = 0; i < result.length; i++) {
            // Halves upwards: half a unit more, then down.
            long x = (long) acc[i] * m0 + (1L << 30) >> 31;
            // Halves away from zero: the same with the magnitude.
            long magnitude = 2 * Math.abs(x) + (1L << rightShift) >> rightShift + 1;
            result[i] = (int) Math.max(-128, Math.min(127, Long.signum(x) * magnitude + zy));
        }
        return result;
    }
}
