import exercise.ExpectedCalibrationError;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements ExpectedCalibrationError {
    @Override
    public double ece(double[][] prob, int[] labels, int bins) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Confidence, prediction and bin of every sample. To which bin does an edge belong?
        // 3. Accuracy and mean confidence of every bin. With which weights are bins averaged?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double mce(double[][] prob, int[] labels, int bins) {
        throw new UnsupportedOperationException("not written yet");
    }
}
