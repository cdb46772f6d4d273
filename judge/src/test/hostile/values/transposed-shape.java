// expect: WRONG_ANSWER
// attack: returns columns as rows
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[w[0].length][w.length];
    }
}
