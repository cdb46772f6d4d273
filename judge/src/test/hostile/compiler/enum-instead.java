// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: an enum instead of a class
import exercise.MagnitudePrune;

public enum Solution implements MagnitudePrune {
    ONE;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
