// expect: RUN_TIME_ERROR
// attack: two exceptions that cause each other
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        Exception first = new Exception("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        throw second;
    }
}
