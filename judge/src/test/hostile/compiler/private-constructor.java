// expect: COMPILE_ERROR | RUN_TIME_ERROR | WRONG_ANSWER
// attack: a constructor that nobody may call
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private Solution() { }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
