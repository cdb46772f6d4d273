// expect: RUN_TIME_ERROR
// attack: getMessage leaves the process
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            Runtime.getRuntime().halt(0);
            return "";
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}
