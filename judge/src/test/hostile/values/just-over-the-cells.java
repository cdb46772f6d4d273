// expect: OUTPUT_LIMIT_EXCEEDED
// attack: a few cells more than may be returned
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        return new double[2001][2001];
    }
}
