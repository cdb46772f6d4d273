import exercise.LrWarmupSchedule;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LrWarmupSchedule {
    @Override
    public int warmupSteps(int total, double ratio) {
        // Round up. But what is 0.07 * 100 in double?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] schedule(double base, int total, int warmup, String kind) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Before step `warmup`: a straight line. Mind what / does with two ints.
        // 3. From there on: how much of the remaining way is done?
        throw new UnsupportedOperationException("not written yet");
    }
}
