import exercise.Adam8bitStep;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Adam8bitStep {
    @Override
    public State init(int n, int block, double[] signedCode, double[] unsignedCode) {
        // Which index stands for 0 in either code, and how many maxima are there?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Result step(double[] w, double[] grad, State s, int block, double lr, double b1, double b2,
            double eps, double[] signedCode, double[] unsignedCode) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Moments: value of the code times the maximum of the block, then Adam.
        // 3. New parameters. From the exact new moments or from the quantized ones?
        // 4. Quantize, block by block. A code is sorted: must you look at all of it?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long stateBytes(long n, int block) {
        throw new UnsupportedOperationException("not written yet");
    }
}
