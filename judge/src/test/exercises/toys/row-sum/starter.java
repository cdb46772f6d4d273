import exercise.RowSum;

public class Solution implements RowSum {
    @Override
    public double[] sums(double[][] matrix) {
        return new double[0];
    }

    @Override
    public Extremes extremes(double[] sums) {
        return new Extremes(0, 0);
    }
}
