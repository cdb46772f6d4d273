import exercise.ContinuousBatchingSim;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements ContinuousBatchingSim {
    @Override
    public Sim run(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget, String mode) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. In which order are requests admitted, and what must be free for the first in line?
        // 3. When does anything change at all? Steps between two events need no simulation.
        throw new UnsupportedOperationException("not written yet");
    }
}
