import exercise.SpeculativeSampling;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SpeculativeSampling {
    @Override
    public double acceptRate(double[] p, double[] q) {
        // Refuse bad arguments with IllegalArgumentException before any work; here and below.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] residual(double[] p, double[] q) {
        // What has the draft not covered yet? And if it has covered everything?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double expectedTokens(double alpha, int gamma) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double speedup(double alpha, int gamma, double c) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] verify(int[] draft, double[][] p, double[][] q, double[] u, double uLast) {
        // Which distribution does the token after a rejection come from, and which the bonus?
        throw new UnsupportedOperationException("not written yet");
    }
}
