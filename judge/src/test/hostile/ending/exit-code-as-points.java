// expect: RUN_TIME_ERROR
// attack: hopes that the exit code is the number of points
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        System.out.println("100/100");
        System.exit(100);
        return null;
    }
}
