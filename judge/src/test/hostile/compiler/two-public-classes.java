// expect: COMPILE_ERROR | WRONG_ANSWER
// attack: two public classes in a file
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}

public class Second { }
