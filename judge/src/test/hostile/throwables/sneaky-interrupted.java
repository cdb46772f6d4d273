// expect: RUN_TIME_ERROR
// attack: an undeclared InterruptedException
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw Solution.<RuntimeException>sneak(new InterruptedException("stop judging"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable error) throws T {
        throw (T) error;
    }
}
