// expect: COMPILE_ERROR
// attack: a class name that differs in case only
import exercise.MagnitudePrune;

public class solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
