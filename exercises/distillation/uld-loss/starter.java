import exercise.UldLoss;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements UldLoss {
    @Override
    public double loss(double[][] student, double[][] teacher) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Probabilities of each row: which comes first, softmax, sorting or padding?
        // 3. Differences, place by place. What if one vocabulary has more places?
        throw new UnsupportedOperationException("not written yet");
    }
}
