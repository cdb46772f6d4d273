// expect: WRONG_ANSWER | MEMORY_LIMIT_EXCEEDED | RUN_TIME_ERROR
// attack: as many cells as may be returned
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[2000][2000];
    }
}
