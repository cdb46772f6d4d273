import exercise.Mixup;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Mixup {
    @Override
    public Mixed mix(double[][] x, int[] labels, double lambda, int[] perm, int classes) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work. How do you
        // tell a permutation?
        // 2. Inputs, into new arrays: a row may be somebody's partner later on.
        // 3. Labels: what if both partners are of one class?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double loss(double[][] logits, double[][] y) {
        // Cross-entropy with soft labels. Work on logarithms: e^10000 is Infinity.
        throw new UnsupportedOperationException("not written yet");
    }
}
