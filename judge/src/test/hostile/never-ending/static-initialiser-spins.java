// expect: TIME_LIMIT_EXCEEDED
// attack: never gets past loading
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    static {
        while (System.nanoTime() != 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
