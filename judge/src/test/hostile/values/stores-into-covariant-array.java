// expect: RUN_TIME_ERROR
// attack: rows of a stranger type behind an array of objects
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        Object[] rows = w;
        rows[0] = new float[3];
        return w;
    }
}
