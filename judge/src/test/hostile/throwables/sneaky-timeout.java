// expect: RUN_TIME_ERROR
// attack: an undeclared TimeoutException
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw Solution.<RuntimeException>sneak(new java.util.concurrent.TimeoutException("call timed out"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable error) throws T {
        throw (T) error;
    }
}
