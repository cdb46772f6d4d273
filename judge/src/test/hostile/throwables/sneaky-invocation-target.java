// expect: RUN_TIME_ERROR
// attack: the wrapper of reflective calls with nothing inside
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw Solution.<RuntimeException>sneak(new java.lang.reflect.InvocationTargetException(null));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable error) throws T {
        throw (T) error;
    }
}
