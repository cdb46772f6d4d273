import exercise.SharedLayerBackprop;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SharedLayerBackprop {
    @Override
    public double loss(double[][] w, double[] x, double[] target, int depth) {
        // Refuse bad arguments with IllegalArgumentException before any work.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] grad(double[][] w, double[] x, double[] target, int depth) {
        // 1. Forward, and keep what the way back needs.
        // 2. Back, one use after the other: what does each contribute, and what does it pass on?
        throw new UnsupportedOperationException("not written yet");
    }
}
