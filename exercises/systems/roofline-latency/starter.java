import exercise.RooflineLatency;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements RooflineLatency {
    @Override
    public Roof roof(double flops, double bytes, double peakFlops, double bandwidth) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; NaN is one.
        // 2. Arithmetic and traffic overlap. What does that make of their two times?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth) {
        // From which batch on do the FLOPs of a step take as long as reading the weights?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double decodeTokensPerSecond(double weightBytes, double kvBytesPerSeq, int batch, double params,
            double peakFlops, double bandwidth) {
        // What does a batch share, and what does every sequence need for itself?
        throw new UnsupportedOperationException("not written yet");
    }
}
