import exercise.ObsPrune;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements ObsPrune {
    @Override
    public double[] obdSaliency(double[] w, double[][] h) {
        // Refuse bad arguments first; an attempt at Cholesky tells what is positive definite.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Step prune(double[] w, double[][] h) {
        // Which weight is the cheapest, if the others may adjust? And how do they?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] pruneMany(double[] w, double[][] h, int k) {
        // After a step H⁻¹ is not what it was; must it be computed anew?
        throw new UnsupportedOperationException("not written yet");
    }
}
