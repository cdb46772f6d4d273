import exercise.FlashOnlineSoftmax;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements FlashOnlineSoftmax {
    @Override
    public State init(int dv) {
        // What are maximum, sum and weighted sum of no keys at all?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public State update(State s, double[] scores, double[][] v) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. The new maximum. If it is still −∞, nothing may turn into NaN.
        // 3. What the old l and acc refer to has changed: by which factor?
        // 4. Add the keys of this block, in a new array.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] finish(State s) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double logSumExp(State s) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] attention(
            double[][] q, double[][] k, double[][] v, int blockQ, int blockK, boolean causal) {
        // Every query has a state of its own. The last block may be shorter than the others.
        throw new UnsupportedOperationException("not written yet");
    }
}
