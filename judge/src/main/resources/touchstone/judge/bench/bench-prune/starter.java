import exercise.BenchPrune;

public class Solution implements BenchPrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int countZeros(double[][] w) {
        throw new UnsupportedOperationException();
    }
}
