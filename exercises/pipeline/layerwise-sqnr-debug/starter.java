import exercise.LayerwiseSqnrDebug;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LayerwiseSqnrDebug {
    @Override
    public double[] sqnr(double[][][] ref, double[][][] quant) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. What is summed over a whole layer before anything is divided?
        // 3. What if there is no noise, or no signal?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] cosine(double[][][] ref, double[][][] quant) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int firstBelow(double[] sqnr, double thresholdDb) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int firstDrop(double[] sqnr, double dropDb) {
        // Infinity - Infinity is NaN: which comparisons with NaN are true?
        throw new UnsupportedOperationException("not written yet");
    }
}
