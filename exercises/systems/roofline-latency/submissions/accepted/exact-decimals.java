import exercise.RooflineLatency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Decimals: products and the comparison are exact, quotients have forty digits.
public class Solution implements RooflineLatency {
    private static final MathContext DIGITS = new MathContext(40);

    @Override
    public Roof roof(double flops, double bytes, double peakFlops, double bandwidth) {
        positive(flops, "flops");
        positive(bytes, "bytes");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        var work = new BigDecimal(flops);
        var data = new BigDecimal(bytes);
        var peak = new BigDecimal(peakFlops);
        var width = new BigDecimal(bandwidth);
        boolean memoryBound = data.multiply(peak).compareTo(work.multiply(width)) > 0;
        var seconds = memoryBound ? data.divide(width, DIGITS) : work.divide(peak, DIGITS);
        return new Roof(seconds.doubleValue(), memoryBound, work.divide(data, DIGITS).doubleValue());
    }

    @Override
    public int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth) {
        positive(bytesPerParam, "bytesPerParam");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        var equal = new BigDecimal(peakFlops)
                .multiply(new BigDecimal(bytesPerParam))
                .divide(new BigDecimal(2 * bandwidth), DIGITS);
        int batch = equal.subtract(new BigDecimal("1e-9")).setScale(0, RoundingMode.CEILING).intValueExact();
        return Math.max(batch, 1);
    }

    @Override
    public double decodeTokensPerSecond(double weightBytes, double kvBytesPerSeq, int batch, double params,
            double peakFlops, double bandwidth) {
        positive(weightBytes, "weightBytes");
        positive(params, "params");
        require(kvBytesPerSeq >= 0 && Double.isFinite(kvBytesPerSeq), "kvBytesPerSeq is out of range");
        require(batch >= 1, "batch must be at least 1");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        var sequences = new BigDecimal(batch);
        var flops = new BigDecimal(params).multiply(sequences).multiply(BigDecimal.TWO);
        var bytes = new BigDecimal(weightBytes).add(sequences.multiply(new BigDecimal(kvBytesPerSeq)));
        var arithmetic = flops.divide(new BigDecimal(peakFlops), DIGITS);
        var traffic = bytes.divide(new BigDecimal(bandwidth), DIGITS);
        return sequences.divide(arithmetic.max(traffic), DIGITS).doubleValue();
    }

    private static void positive(double value, String name) {
        require(value > 0 && Double.isFinite(value), name + " must be positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
