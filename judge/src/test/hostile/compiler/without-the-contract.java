// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: has the method but does not implement the contract
public class Solution {
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}
