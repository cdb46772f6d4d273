// expect: RUN_TIME_ERROR
// attack: overflows the stack and exits from the handler
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try {
            return prune(w, ratio);
        } catch (StackOverflowError e) {
            Runtime.getRuntime().halt(134);
            return null;
        }
    }
}
