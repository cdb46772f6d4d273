import exercise.RooflineLatency;

/// The roof as Williams, Waterman and Patterson draw it: performance is the lower one of the
/// peak and intensity times bandwidth; the batch is found by doubling and halving.
public class Solution implements RooflineLatency {
    @Override
    public Roof roof(double flops, double bytes, double peakFlops, double bandwidth) {
        positive(flops, "flops");
        positive(bytes, "bytes");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        double intensity = flops / bytes;
        double ridge = peakFlops / bandwidth;
        double attainable = Math.min(peakFlops, intensity * bandwidth);
        return new Roof(flops / attainable, intensity < ridge, intensity);
    }

    @Override
    public int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth) {
        positive(bytesPerParam, "bytesPerParam");
        positive(peakFlops, "peakFlops");
        positive(bandwidth, "bandwidth");
        double perSequence = 2 / peakFlops;
        double reading = bytesPerParam / bandwidth;
        int enough = 1;
        while (enough < reading / perSequence - 1e-9) {
            enough *= 2;
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (middle < reading / perSequence - 1e-9) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
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
        double ceiling = peakFlops / (2 * params);
        double slope = bandwidth / (weightBytes / batch + kvBytesPerSeq);
        return Math.min(ceiling, slope);
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
