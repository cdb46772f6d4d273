// expect: COMPILE_ERROR
// attack: imports sun.misc.Unsafe
import exercise.MagnitudePrune;
import sun.misc.Unsafe;

public class Solution implements MagnitudePrune {
    Object loot = Unsafe.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
