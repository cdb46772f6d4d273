// expect: RUN_TIME_ERROR
// attack: kills the serving thread by its own error type
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Gone();
    }
}
