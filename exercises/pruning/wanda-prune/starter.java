import exercise.WandaPrune;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements WandaPrune {
    @Override
    public double[][] scores(double[][] w, double[][] x) {
        // Refuse bad arguments with IllegalArgumentException first, in each of the three.
        // The norm of an input: along which axis of x?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] prune(double[][] w, double[][] x, double ratio) {
        // With whom does a weight compete?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] pruneNm(double[][] w, double[][] x, int n, int m) {
        throw new UnsupportedOperationException("not written yet");
    }
}
