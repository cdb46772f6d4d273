// expect: RUN_TIME_ERROR | MEMORY_LIMIT_EXCEEDED
// attack: getMessage fills the heap
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            return "x".repeat(1_000_000_000);
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
