import exercise.RDropLoss;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements RDropLoss {
    @Override
    public Parts loss(double[][] logits1, double[][] logits2, int[] labels, double alpha) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. nll: what do the labels cost in both passes together?
        // 3. kl: both directions count. With which factor?
        // 4. Means over the batch, then the total.
        // Work on logarithms: the exponential of 10000 is Infinity.
        throw new UnsupportedOperationException("not written yet");
    }
}
