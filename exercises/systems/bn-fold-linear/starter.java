import exercise.BnFoldLinear;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements BnFoldLinear {
    @Override
    public Linear fold(double[][] w, double[] b, double[] gamma, double[] beta, double[] mean, double[] var,
            double eps) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. Write batch norm as a factor and a summand for each output. What becomes of b?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] forward(Linear l, double[] x, boolean relu) {
        throw new UnsupportedOperationException("not written yet");
    }
}
