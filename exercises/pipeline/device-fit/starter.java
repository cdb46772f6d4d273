import exercise.DeviceFit;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements DeviceFit {
    @Override
    public long totalBytes(long params, double bitsPerWeight, int layers, int kvHeads, int headDim,
            int context, int kvBytes) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. What besides the weights has to fit? In which type do you multiply?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int choose(long budget, long params, double[] bitsPerWeight, double[] quality, int layers,
            int kvHeads, int headDim, int context, int kvBytes) {
        // Which of the options that fit is the best, and which of equally good ones?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int maxContext(long budget, long params, double bitsPerWeight, int layers, int kvHeads,
            int headDim, int kvBytes) {
        throw new UnsupportedOperationException("not written yet");
    }
}
