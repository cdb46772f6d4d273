// expect: RUN_TIME_ERROR
// attack: returns another type through unchecked generics
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return this.<double[][]>unchecked("a string");
    }

    @SuppressWarnings("unchecked")
    private <T> T unchecked(Object value) {
        return (T) value;
    }
}
