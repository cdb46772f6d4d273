import exercise.GradCheckpointPlan;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements GradCheckpointPlan {
    @Override
    public int uniformPeak(int layers, int segments) {
        // Round up, and mind that layers may be near the largest int.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int bestSegments(int layers) {
        // Near the root of layers. Exactly there?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long maxSegment(int[] sizes, int segments) {
        // If somebody told you the largest sum, could you tell quickly how many parts it takes?
        throw new UnsupportedOperationException("not written yet");
    }
}
