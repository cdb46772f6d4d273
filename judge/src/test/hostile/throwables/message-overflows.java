// expect: RUN_TIME_ERROR
// attack: getMessage overflows the stack
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            return getMessage() + ".";
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
