// expect: COMPILE_ERROR
// attack: declares the contract itself, which once poisoned a warm compiler for all later submissions
package exercise;

public interface MagnitudePrune {
    double[][] prune(double[][] w, double ratio);
}
