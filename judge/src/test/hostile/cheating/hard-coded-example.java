// expect: WRONG_ANSWER
// attack: knows the answer of the worked example and nothing else
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[][] {{0.5, 0, 0.3}, {0, 0.8, -0.2}};
    }
}
