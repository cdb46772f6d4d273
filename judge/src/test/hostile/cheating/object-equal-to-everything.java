// expect: WRONG_ANSWER
// attack: hopes that somebody compares by equals of the candidate's own objects
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[][] {new double[0]};
    }

    @Override
    public boolean equals(Object other) {
        return true;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
