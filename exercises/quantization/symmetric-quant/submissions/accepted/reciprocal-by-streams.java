import exercise.SymmetricQuant;
import java.util.Arrays;

/// Multiplies by the number of steps per unit; no code can lie beyond the last one, so that
/// nothing is clipped.
public class Solution implements SymmetricQuant {
    @Override
    public Quantized quantize(double[] x, int bits) {
        requireNumbers(x);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        double largest = Arrays.stream(x).map(Math::abs).max().getAsDouble();
        if (largest == 0) {
            return new Quantized(new int[x.length], 1);
        }
        double qmax = Math.pow(2, bits - 1) - 1;
        double perUnit = qmax / largest;
        int[] q = Arrays.stream(x).mapToInt(value -> (int) Math.rint(value * perUnit)).toArray();
        return new Quantized(q, largest / qmax);
    }

    @Override
    public double[] dequantize(Quantized z) {
        requireCodes(z);
        return Arrays.stream(z.q()).mapToDouble(code -> code * z.scale()).toArray();
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
