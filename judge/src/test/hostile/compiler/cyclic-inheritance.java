// expect: COMPILE_ERROR
// attack: a class that extends itself by a detour
import exercise.MagnitudePrune;

public class Solution extends Second implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}

class Second extends Solution { }
