// expect: WRONG_ANSWER
// attack: returns an array without rows
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[0][];
    }
}
