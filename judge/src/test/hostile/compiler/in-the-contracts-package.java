// expect: COMPILE_ERROR
// attack: declares itself in the contract's package
package exercise;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
