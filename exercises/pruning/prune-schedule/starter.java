import exercise.PruneSchedule;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements PruneSchedule {
    @Override
    public double sparsityAt(int step, double si, double sf, int t0, int n, int dt) {
        // Which update was the last one? Mind steps before the first and after the last.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] newlyPruned(int total, double si, double sf, int n) {
        // The entries must add up to what the final sparsity asks for.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double perRoundRate(double target, int rounds) {
        // A share of what? And all of them refuse bad arguments with IllegalArgumentException.
        throw new UnsupportedOperationException("not written yet");
    }
}
