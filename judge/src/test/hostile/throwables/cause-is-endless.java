// expect: RUN_TIME_ERROR
// attack: every cause has a cause
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public Throwable getCause() {
            return new Trap();
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
