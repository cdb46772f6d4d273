// expect: RUN_TIME_ERROR
// attack: a class whose name looks like IllegalArgumentException but begins with a Cyrillic letter
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class ІllegalArgumentException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new ІllegalArgumentException();
    }
}
