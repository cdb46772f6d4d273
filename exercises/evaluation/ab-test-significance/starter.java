import exercise.AbTestSignificance;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements AbTestSignificance {
    @Override
    public Result test(int x1, int n1, int x2, int n2, double confidence) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Java has neither erfc nor normal quantiles: a series, an integral, a bisection?
        // 3. Which of the two standard errors is pooled, and which is not?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int samplesPerArm(double p1, double p2, double alpha, double power) {
        throw new UnsupportedOperationException("not written yet");
    }
}
