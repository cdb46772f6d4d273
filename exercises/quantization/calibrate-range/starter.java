import exercise.CalibrateRange;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements CalibrateRange {
    @Override
    public Range minMax(double[][] batches) {
        // Refuse bad arguments with IllegalArgumentException before any work; below as well.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Range movingAverage(double[][] batches, double c) {
        // Where does the average start?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Range percentile(double[][] batches, double p) {
        // All values together. Which position, and what lies between two of them?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Range mseOptimal(double[][] batches, int bits, int steps) {
        // For each candidate: what do rounding and clipping cost? Which of equal ones wins?
        throw new UnsupportedOperationException("not written yet");
    }
}
