// The bits of a non-negative double are ordered like its value: fixes the k-th magnitude byte by byte.
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        long[] bits = bits(w, ratio);
        int columns = w[0].length;
        int k = (int) Math.rint(ratio * bits.length);
        long prefix = 0;
        long known = 0;
        int left = k;
        for (int shift = 56; shift >= 0 && k < bits.length; shift -= 8) {
            int[] counts = new int[256];
            for (long b : bits) {
                if ((b & known) == prefix) {
                    counts[(int) (b >>> shift) & 0xFF]++;
                }
            }
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            prefix |= (long) digit << shift;
            known |= 0xFFL << shift;
        }
        // Below prefix: goes. Equal to it: the first `left` go.
        double[][] result = new double[w.length][columns];
        for (int i = 0; i < bits.length && k < bits.length; i++) {
            if (bits[i] > prefix || (bits[i] == prefix && left-- <= 0)) {
                result[i / columns][i % columns] = w[i / columns][i % columns];
            }
        }
        return result;
    }

    private static long[] bits(double[][] w, double ratio) {
        require(ratio >= 0 && ratio <= 1);
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0);
        int columns = w[0].length;
        long[] bits = new long[w.length * columns];
        for (int i = 0; i < w.length; i++) {
            require(w[i] != null && w[i].length == columns);
            for (int j = 0; j < columns; j++) {
                require(Double.isFinite(w[i][j]));
                bits[i * columns + j] = Double.doubleToRawLongBits(w[i][j]) & Long.MAX_VALUE;
            }
        }
        return bits;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("invalid input");
        }
    }
}
