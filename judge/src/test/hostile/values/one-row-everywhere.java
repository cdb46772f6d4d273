// expect: OUTPUT_LIMIT_EXCEEDED
// attack: one row of a million numbers a million times: 8 MB here, 8 TB when written out
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        double[][] huge = new double[1_000_000][];
        java.util.Arrays.fill(huge, new double[1_000_000]);
        return huge;
    }
}
