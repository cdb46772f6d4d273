// Does not add the mean back.
import exercise.DoubleQuant;
import java.util.Arrays;

public class Solution implements DoubleQuant {
    @Override
    public Quant quantize(double[] absmax, int block2) {
        require(absmax != null && absmax.length > 0 && block2 >= 1, "nothing to quantize");
        for (double value : absmax) {
            require(value >= 0 && value < Double.POSITIVE_INFINITY, "absmax must be finite and not negative");
        }
        double mean = Arrays.stream(absmax).average().getAsDouble();
        var scale = new double[Math.ceilDiv(absmax.length, block2)];
        for (int i = 0; i < absmax.length; i++) {
            scale[i / block2] = Math.max(scale[i / block2], Math.abs(absmax[i] - mean) / 127);
        }
        Arrays.setAll(scale, b -> scale[b] == 0 ? 1 : scale[b]);
        var q = new int[absmax.length];
        Arrays.setAll(q, i -> (int) Math.rint((absmax[i] - mean) / scale[i / block2]));
        return new Quant(q, scale, mean);
    }

    @Override
    public double[] dequantize(Quant z, int block2) {
        require(z != null && z.q() != null && z.scale() != null, "something is null");
        require(block2 >= 1 && z.q().length > 0 && Double.isFinite(z.mean()), "block2, q or mean");
        require(z.scale().length == Math.ceilDiv(z.q().length, block2), "one scale for each block");
        for (int code : z.q()) {
            require(code >= -127 && code <= 127, "code out of range");
        }
        for (double scale : z.scale()) {
            require(scale > 0 && scale < Double.POSITIVE_INFINITY, "scales must be positive and finite");
        }
        var absmax = new double[z.q().length];
        Arrays.setAll(absmax, i -> z.q()[i] * z.scale()[i / block2]);
        return absmax;
    }

    @Override
    public double bitsPerParam(int bits, int block, int qBits, int block2, int scaleBits) {
        require(bits >= 1 && block >= 1 && qBits >= 1 && block2 >= 1 && scaleBits >= 1, "must be at least 1");
        return bits + (double) qBits / block + (double) scaleBits / block / block2;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
