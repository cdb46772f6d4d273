import exercise.FairnessGap;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements FairnessGap {
    @Override
    public double demographicParity(int[] yhat, int[] group) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. A rate for each group; groups may have any number for a name.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double equalizedOdds(int[] y, int[] yhat, int[] group) {
        // Two gaps. Of which samples is each rate the mean, and what if there are none?
        throw new UnsupportedOperationException("not written yet");
    }
}
