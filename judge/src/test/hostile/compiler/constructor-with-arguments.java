// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: no constructor without arguments
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    public Solution(int size) { }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
