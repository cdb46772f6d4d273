// expect: COMPILE_ERROR
// attack: marks itself as disabled test
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @org.junit.jupiter.api.Disabled
    @org.junit.jupiter.api.Test
    void disabled() { }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
