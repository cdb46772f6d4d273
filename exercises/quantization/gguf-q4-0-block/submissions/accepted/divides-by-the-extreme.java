// Quotients by the extreme value; rounds to half precision with a large number.
import exercise.GgufQ40Block;
import java.util.Arrays;
import java.util.stream.IntStream;

public class Solution implements GgufQ40Block {
    @Override
    public Block quantize(double[] x) {
        if (x == null || x.length != 32 || !Arrays.stream(x).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("32 finite values make a block");
        }
        double reach = Arrays.stream(x).map(Math::abs).max().getAsDouble();
        double m = Arrays.stream(x).filter(value -> Math.abs(value) == reach).findFirst().getAsDouble();
        if (reach >= 8 * 65520.0) {
            throw new IllegalArgumentException("too large for half precision");
        }
        int[] qs = IntStream.range(0, 16).map(j -> code(x[j], m) + 16 * code(x[j + 16], m)).toArray();
        return new Block(-half(m / 8), qs);
    }

    private static int code(double value, double m) {
        if (m == 0) {
            return 8;
        }
        return (int) Math.floor(Math.min(15, 8.5 - 8 * value / m));
    }

    /// Adding and taking away a large number leaves as many bits as half precision has.
    private static double half(double value) {
        double large = Math.max(Math.ulp(value) * 0x1p42, 0x1p-24) * 0x1.8p52;
        return value + large - large;
    }

    @Override
    public double[] dequantize(Block b) {
        if (b == null || b.qs() == null || b.qs().length != 16 || b.d() - b.d() != 0) {
            throw new IllegalArgumentException("not a block");
        }
        var x = new double[32];
        for (int j = 0; j < 16; j++) {
            int pair = b.qs()[j];
            if (pair != Byte.toUnsignedInt((byte) pair)) {
                throw new IllegalArgumentException("not a byte");
            }
            x[j] = b.d() * (pair % 16 - 8);
            x[j + 16] = b.d() * (pair / 16 - 8);
        }
        return x;
    }

    @Override
    public double bitsPerWeight() {
        return (16 + 32 * 4) / 32.0;
    }
}
