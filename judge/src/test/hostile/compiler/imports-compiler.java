// expect: COMPILE_ERROR
// attack: imports the compiler
import exercise.MagnitudePrune;
import javax.tools.ToolProvider;

public class Solution implements MagnitudePrune {
    Object loot = ToolProvider.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
