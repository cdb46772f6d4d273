// expect: WRONG_ANSWER
// attack: all zeros, which is right for a ratio of one
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[w.length][w[0].length];
    }
}
