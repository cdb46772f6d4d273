import exercise.L1ProxShrink;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements L1ProxShrink {
    @Override
    public double[] l1(double[] w, double lr, double lambda) {
        // What happens to a weight that is smaller than the step?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] l2(double[] w, double lr, double lambda) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] groupL2(double[][] w, double lr, double lambda) {
        // One factor for each row; mind rows of zeros.
        throw new UnsupportedOperationException("not written yet");
    }
}
