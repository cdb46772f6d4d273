// expect: RUN_TIME_ERROR
// attack: an exception whose class has a very long name
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static class Deepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeep extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Deepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeepeep();
    }
}
