import exercise.SymmetricQuant;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Exact arithmetic: x / scale is x * qmax / max|x|, rounded once. BigDecimal itself refuses
/// NaN and infinities, with an IllegalArgumentException.
public class Solution implements SymmetricQuant {
    @Override
    public Quantized quantize(double[] x, int bits) {
        requireNumbers(x);
        require(bits >= 2 && bits <= 16, "bits must be 2 to 16");
        var largest = BigDecimal.ZERO;
        for (double value : x) {
            largest = largest.max(new BigDecimal(value).abs());
        }
        var q = new int[x.length];
        if (largest.signum() == 0) {
            return new Quantized(q, 1);
        }
        var qmax = BigDecimal.ONE.add(BigDecimal.ONE).pow(bits - 1).subtract(BigDecimal.ONE);
        for (int i = 0; i < q.length; i++) {
            q[i] = new BigDecimal(x[i]).multiply(qmax).divide(largest, 0, RoundingMode.HALF_EVEN).intValue();
        }
        return new Quantized(q, largest.doubleValue() / qmax.doubleValue());
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
