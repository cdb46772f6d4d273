// expect: COMPILE_ERROR
// attack: imports the worker
import exercise.MagnitudePrune;
import touchstone.sandbox.worker.Main;

public class Solution implements MagnitudePrune {
    Object loot = Main.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
