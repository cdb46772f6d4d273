// expect: COMPILE_ERROR
// attack: a Solution inside another class only
import exercise.MagnitudePrune;

public class Outer {
    public static class Solution implements MagnitudePrune {
        @Override
        public double[][] prune(double[][] w, double ratio) {
            return w;
        }
    }
}
