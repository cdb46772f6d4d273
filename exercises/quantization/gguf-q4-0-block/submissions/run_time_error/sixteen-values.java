// Loops over 16 bytes twice as far: ArrayIndexOutOfBoundsException.
import exercise.GgufQ40Block;
import java.util.Arrays;

public class Solution implements GgufQ40Block {
    @Override
    public Block quantize(double[] x) {
        require(x != null && x.length == 32, "32 values make a block");
        double m = 0;
        for (double value : x) {
            require(Double.isFinite(value), "values must be finite");
            m = Math.abs(value) > Math.abs(m) ? value : m;
        }
        double delta = m / -8;
        require(Math.abs(delta) < 65520, "too large for half precision");
        double inverse = delta == 0 ? 0 : 1 / delta;
        var qs = new int[16];
        for (int i = 0; i < 32; i++) {
            int code = (int) Math.min(15, x[i] * inverse + 8.5);
            qs[i] |= code << i / 16 * 4;
        }
        return new Block(half(delta), qs);
    }

    /// The spacing of half precision is 2^-10 of the power of two below, and 2^-24 at
    /// least. Both scalings are exact.
    private static double half(double value) {
        int exponent = Math.max(Math.getExponent(value) - 10, -24);
        return Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent);
    }

    @Override
    public double[] dequantize(Block b) {
        require(b != null && b.qs() != null && b.qs().length == 16, "16 bytes make a block");
        require(Double.isFinite(b.d()), "d must be finite");
        for (int pair : b.qs()) {
            require(pair >= 0 && pair <= 255, "not a byte");
        }
        var x = new double[32];
        Arrays.setAll(x, i -> ((b.qs()[i % 16] >> i / 16 * 4 & 15) - 8) * b.d());
        return x;
    }

    @Override
    public double bitsPerWeight() {
        return 4.5;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
