import exercise.KdGradient;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Derive on paper first: the derivative of ln softmax(z)_c by z_j.
        // 3. Which factors are left of T² and of the mean over the batch?
        // Math.exp(10000) is Infinity.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] highTempLimit(double[][] student, double[][] teacher) {
        // Expand softmax(z / T) for small z / T; which terms survive?
        throw new UnsupportedOperationException("not written yet");
    }
}
