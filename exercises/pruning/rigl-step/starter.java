import exercise.RiglStep;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements RiglStep {
    @Override
    public Result step(double[] w, int[] mask, double[] grad, double fraction) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. How many? A fraction of which number, and rounded how?
        // 3. Drop by the weights. Who may be grown after that?
        // 4. Grow by the gradients. What does a new weight start with?
        throw new UnsupportedOperationException("not written yet");
    }
}
