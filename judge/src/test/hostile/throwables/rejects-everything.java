// expect: RUN_TIME_ERROR
// attack: rejects every input, so that at least validation passes
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new IllegalArgumentException("everything is invalid");
    }
}
