// expect: WRONG_ANSWER
// attack: returns the very array it was given
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
