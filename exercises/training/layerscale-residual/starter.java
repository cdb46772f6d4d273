import exercise.LayerscaleResidual;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LayerscaleResidual {
    @Override
    public double initValue(int depth) {
        // To which value do the depths 18 and 24 themselves belong?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] forward(double[] x, double[] f, double[] gamma) {
        // Which of the two summands is scaled? The result goes into a new array.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] gradGamma(double[][] f, double[][] upstream) {
        // All tokens share one gamma.
        throw new UnsupportedOperationException("not written yet");
    }
}
