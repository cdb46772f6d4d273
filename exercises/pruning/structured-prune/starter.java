import exercise.StructuredPrune;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements StructuredPrune {
    @Override
    public Result prune(double[][] w, String axis, int block, String norm, double ratio) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Score every group of `block` consecutive lines.
        // 3. How many groups go, and which of several equal ones?
        // 4. Build the smaller matrix; what is pruned is not zero but gone.
        throw new UnsupportedOperationException("not written yet");
    }
}
