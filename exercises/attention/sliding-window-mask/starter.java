import exercise.SlidingWindowMask;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SlidingWindowMask {
    @Override
    public int[][] mask(int n, int window, int globals, boolean causal) {
        // 1. Refuse bad arguments with IllegalArgumentException, here and below.
        // 2. Three reasons to see a key, and one that overrules them all.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long pairs(int n, int window, int globals, boolean causal) {
        // Ten million tokens: no mask, and no loop over pairs. How many pairs are blocked?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long cacheTokens(int n, int window, int globals) {
        // What if window is Integer.MAX_VALUE?
        throw new UnsupportedOperationException("not written yet");
    }
}
