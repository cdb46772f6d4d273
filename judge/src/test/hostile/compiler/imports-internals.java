// expect: COMPILE_ERROR
// attack: imports a class that java.base does not export
import exercise.MagnitudePrune;
import jdk.internal.misc.Unsafe;

public class Solution implements MagnitudePrune {
    Object loot = Unsafe.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
