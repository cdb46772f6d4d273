// expect: RUN_TIME_ERROR
// attack: a nested class whose initialiser fails, over and over
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Broken {
        static final double[][] VALUE = fail();

        private static double[][] fail() {
            throw new IllegalStateException("from an initialiser");
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return Broken.VALUE;
    }
}
