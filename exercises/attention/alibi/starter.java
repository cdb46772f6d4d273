import exercise.Alibi;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Alibi {
    @Override
    public double[] slopes(int heads) {
        // 1. Refuse bad arguments with IllegalArgumentException.
        // 2. A power of two: which is the first slope, which the last?
        // 3. Otherwise: two sequences, of which the second takes part only.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][][] bias(int heads, int n) {
        // Is a far key to score higher or lower than a near one? And a later one?
        throw new UnsupportedOperationException("not written yet");
    }
}
