import exercise.TensorParallelMlp;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements TensorParallelMlp {
    @Override
    public double[][] partials(double[][] w1, double[] b1, double[][] w2, double[] x, int ranks) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Which rows of w1, and which columns of w2, belong to a rank?
        // 3. The ReLU acts on hidden neurons. Are they complete on their rank?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] output(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] x, int ranks) {
        // The all-reduce adds up. What must therefore not be in the partials?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double allReduceBytes(int out, int ranks, int elemBytes) {
        throw new UnsupportedOperationException("not written yet");
    }
}
