// expect: RUN_TIME_ERROR
// attack: a comment that ends early by an escaped line break and leaves the process
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        // harmless \u000a Runtime.getRuntime().\u0068alt(0);
        return w;
    }
}
