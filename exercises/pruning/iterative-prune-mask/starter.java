import exercise.IterativePruneMask;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements IterativePruneMask {
    @Override
    public double[][] run(double[][] w, double[] ratios, double[][][] updates) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. In each round: how many more have to go? A share of which number?
        // 3. Kill the smallest of those alive, then update what is still alive.
        // How do you know that an entry is dead? Its value does not tell.
        throw new UnsupportedOperationException("not written yet");
    }
}
