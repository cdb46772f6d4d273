// Mistake: Math.rint gives a double, which does not fit an int without a cast.
import exercise.SymmetricQuant;

public class Solution implements SymmetricQuant {
    @Override
    public Quantized quantize(double[] x, int bits) {
        requireNumbers(x);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        int qmax = (1 << (bits - 1)) - 1;
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        double scale = largest == 0 ? 1 : largest / qmax;
        var q = new int[x.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = Math.clamp(Math.rint(x[i] / scale), -qmax, qmax);
        }
        return new Quantized(q, scale);
    }

    @Override
    public double[] dequantize(Quantized z) {
        requireCodes(z);
        var x = new double[z.q().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = z.q()[i] * z.scale();
        }
        return x;
    }

    private static void requireNumbers(double[] x) {
        require(x != null && x.length > 0, "no numbers");
        for (double value : x) {
            require(Double.isFinite(value), "numbers must be finite");
        }
    }

    private static void requireCodes(Quantized z) {
        require(z != null && z.q() != null && z.q().length > 0, "no codes");
        require(z.scale() > 0 && z.scale() < Double.POSITIVE_INFINITY, "scales are positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
