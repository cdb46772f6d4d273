// expect: COMPILE_ERROR
// attack: imports JUnit
import exercise.MagnitudePrune;
import org.junit.jupiter.api.Test;

public class Solution implements MagnitudePrune {
    Object loot = Test.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
