import exercise.LabelSmoothing;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LabelSmoothing {
    @Override
    public double loss(double[][] logits, int[] labels, double eps) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. The target of a row: how much mass does the true class get in all?
        // 3. Cross-entropy with the log-softmax, then the mean over the rows.
        // Work on logarithms: the exponential of 10000 is Infinity.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] grad(double[][] logits, int[] labels, double eps) {
        // The derivative of a row is softmax minus target. What does the mean add?
        throw new UnsupportedOperationException("not written yet");
    }
}
