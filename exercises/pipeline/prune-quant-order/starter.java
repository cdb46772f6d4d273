import exercise.PruneQuantOrder;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements PruneQuantOrder {
    @Override
    public Result pruneThenQuant(double[][] w, double ratio, int bits) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Prune: how many entries go, and which of equal ones?
        // 3. Quantize what is left.
        // 4. Error and zeros: compared with which matrix, and counted where?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Result quantThenPrune(double[][] w, double ratio, int bits) {
        // The same steps in the other order. Whose magnitudes are ranked now?
        throw new UnsupportedOperationException("not written yet");
    }
}
