import exercise.RooflineLatency;

/// Counts the batch up until the arithmetic of a step takes as long as its reading; times are
/// logarithms, so that products are sums.
public class Solution implements RooflineLatency {
    @Override
    public Roof roof(double flops, double bytes, double peakFlops, double bandwidth) {
        positive(flops, "flops");
        positive(bytes, "bytes");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        double work = Math.log(flops) - Math.log(peakFlops);
        double data = Math.log(bytes) - Math.log(bandwidth);
        boolean memoryBound = bytes * peakFlops > flops * bandwidth;
        return new Roof(Math.exp(Math.max(work, data)), memoryBound, flops / bytes);
    }

    @Override
    public int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth) {
        positive(bytesPerParam, "bytesPerParam");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        double share = bytesPerParam * (peakFlops / bandwidth) * 0.5 - 1e-9;
        int batch = 1;
        while (batch < share) {
            batch++;
        }
        return batch;
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
