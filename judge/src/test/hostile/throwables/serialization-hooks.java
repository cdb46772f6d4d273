// expect: RUN_TIME_ERROR
// attack: an exception that acts when somebody serializes it
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Object writeReplace() {
            throw new IllegalStateException("PWNED was serialized");
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
