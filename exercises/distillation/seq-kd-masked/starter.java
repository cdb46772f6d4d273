import exercise.SeqKdMasked;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SeqKdMasked {
    @Override
    public double loss(double[][][] student, double[][][] teacher, int[][] mask, double T, String direction) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. The divergence of one valid token at temperature T, in the direction asked for.
        // 3. What is the mean over, and which factor keeps gradients in proportion?
        // Work on logarithms: Math.exp(10000) is Infinity, and so is 1e308 / 0.5.
        throw new UnsupportedOperationException("not written yet");
    }
}
