// expect: WRONG_ANSWER
// attack: returns null
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return null;
    }
}
