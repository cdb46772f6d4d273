// expect: WRONG_ANSWER
// attack: returns rows that are null
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[w.length][];
    }
}
