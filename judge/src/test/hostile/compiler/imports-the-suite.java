// expect: COMPILE_ERROR
// attack: imports the hidden suite
import exercise.MagnitudePrune;
import exercise.hidden.MagnitudePruneSuite;

public class Solution implements MagnitudePrune {
    Object loot = MagnitudePruneSuite.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
