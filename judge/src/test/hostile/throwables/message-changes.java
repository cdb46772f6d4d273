// expect: RUN_TIME_ERROR
// attack: a message that differs each time, short when measured and long when written
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        private int asked;

        @Override
        public String getMessage() {
            return asked++ % 2 == 0 ? "" : "x".repeat(1_000_000);
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
