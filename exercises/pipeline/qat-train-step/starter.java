import exercise.QatTrainStep;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements QatTrainStep {
    @Override
    public Result train(double[][] x, double[] y, double[] w0, int bits, double lr, int steps) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Forward: which weights make the residual?
        // 3. Record the loss; before or after the update?
        // 4. Backward: which weights are updated?
        throw new UnsupportedOperationException("not written yet");
    }
}
