import exercise.RopeScaling;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements RopeScaling {
    @Override
    public double[] invFreq(int d, double base) {
        // Refuse bad arguments with IllegalArgumentException before any work, here and below.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] linearAngles(int pos, int d, double base, double scale) {
        // No angle may be larger than those that the model met in training: multiply or divide?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double ntkBase(double base, int d, double scale) {
        // Which exponent leaves the first frequency alone and divides the last one by scale?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double dynamicNtkBase(double base, int d, double factor, int trainLen, int seqLen) {
        // What if the sequence is not longer than the model is used to?
        throw new UnsupportedOperationException("not written yet");
    }
}
