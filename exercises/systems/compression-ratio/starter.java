import exercise.CompressionRatio;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements CompressionRatio {
    @Override
    public double ratio(double[] params, double[] bitsBefore, double[] bitsAfter, double[] keep,
            double indexBits) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. Add up bits, not ratios. What does a pruned layer store for each weight that it keeps?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double savingPercent(double ratio) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double bitsPerWeight(double[] params, double[] bitsAfter, double[] keep, double indexBits) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double codebookRatio(long n, int bits, int k) {
        // How many bits number 5 values? And 8?
        throw new UnsupportedOperationException("not written yet");
    }
}
