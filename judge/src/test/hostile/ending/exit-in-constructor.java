// expect: RUN_TIME_ERROR
// attack: leaves while the instance is made
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    public Solution() {
        System.exit(0);
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
