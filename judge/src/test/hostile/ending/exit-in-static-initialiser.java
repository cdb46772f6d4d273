// expect: RUN_TIME_ERROR
// attack: leaves before there is an instance
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    static {
        System.exit(0);
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
