import exercise.LatencyPercentile;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LatencyPercentile {
    @Override
    public double nearestRank(double[] x, double p) {
        // Mind where p · n is a whole number, and that 0.07 * 100 > 7 in double.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double linear(double[] x, double p) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] alerts(double[] latency, double[] power, int window, double p99Limit, double powerLimit) {
        // Is there a need to sort each window?
        throw new UnsupportedOperationException("not written yet");
    }
}
