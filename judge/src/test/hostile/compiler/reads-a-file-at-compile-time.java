// expect: COMPILE_ERROR
// attack: a path of the host in the place of a class
import exercise.MagnitudePrune;
import /etc/passwd;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
