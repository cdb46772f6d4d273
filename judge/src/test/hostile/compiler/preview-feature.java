// expect: COMPILE_ERROR
// attack: uses a preview feature, a primitive pattern
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return switch (ratio) {
            case double other -> w;
        };
    }
}
