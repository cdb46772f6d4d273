// expect: COMPILE_ERROR
// attack: a class of another name
import exercise.MagnitudePrune;

public class Answer implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
