import exercise.LayerDropBi;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LayerDropBi {
    @Override
    public double[] scores(double[][][] hidden) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. A cosine for every token of every layer; between which two states?
        // 3. Is a layer that changes nothing near 0 or near 1?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] drop(double[][][] hidden, int count) {
        // Which layers are missed least? At least one must remain.
        throw new UnsupportedOperationException("not written yet");
    }
}
