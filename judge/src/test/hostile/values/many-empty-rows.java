// expect: OUTPUT_LIMIT_EXCEEDED
// attack: five million empty rows
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        double[][] huge = new double[5_000_000][];
        java.util.Arrays.fill(huge, new double[0]);
        return huge;
    }
}
