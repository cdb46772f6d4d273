// Each block with its smallest and largest value.
import exercise.DoubleQuant;
import java.util.Arrays;

public class Solution implements DoubleQuant {
    @Override
    public Quant quantize(double[] absmax, int block2) {
        if (absmax == null || absmax.length == 0) {
            throw new IllegalArgumentException("no absmax");
        }
        double sum = 0;
        for (double value : absmax) {
            if (!(0 <= value && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("absmax must be finite and not negative");
            }
            sum += value;
        }
        double mean = sum / absmax.length;
        var scale = new double[blocks(absmax.length, block2)];
        var q = new int[absmax.length];
        for (int b = 0; b < scale.length; b++) {
            int from = b * block2;
            int to = Math.min(absmax.length - from, block2) + from;
            double low = Arrays.stream(absmax, from, to).min().getAsDouble();
            double high = Arrays.stream(absmax, from, to).max().getAsDouble();
            double reach = Math.max(high - mean, mean - low);
            scale[b] = reach > 0 ? reach / 127 : 1;
            for (int i = from; i < to; i++) {
                q[i] = (int) Math.rint((absmax[i] - mean) * (1 / scale[b]));
            }
        }
        return new Quant(q, scale, mean);
    }

    @Override
    public double[] dequantize(Quant z, int block2) {
        if (z == null || z.q() == null || z.scale() == null || z.q().length == 0
                || blocks(z.q().length, block2) != z.scale().length || !Double.isFinite(z.mean())
                || Arrays.stream(z.q()).anyMatch(code -> code < -127 || code > 127)
                || Arrays.stream(z.scale())
                        .anyMatch(scale -> !(0 < scale && scale < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("not a quantization by blocks of " + block2);
        }
        var absmax = new double[z.q().length];
        for (int i = 0; i < absmax.length; i++) {
            absmax[i] = Math.fma(z.q()[i], z.scale()[i / block2], z.mean());
        }
        return absmax;
    }

    private static int blocks(int length, int block2) {
        if (block2 < 1) {
            throw new IllegalArgumentException("blocks of " + block2);
        }
        return (length - 1) / block2 + 1;
    }

    @Override
    public double bitsPerParam(int bits, int block, int qBits, int block2, int scaleBits) {
        for (int argument : new int[]{bits, block, qBits, block2, scaleBits}) {
            if (argument < 1) {
                throw new IllegalArgumentException("must be at least 1");
            }
        }
        // What one block of the second level takes altogether, divided by its weights.
        double weights = (double) block * block2;
        return (weights * bits + (double) block2 * qBits + scaleBits) / weights;
    }
}
