import exercise.RowSum;

public class Solution implements RowSum {
    @Override
    public double[] sums(double[][] matrix) {
        if (matrix == null) {
            throw new IllegalArgumentException("no matrix");
        }
        if (true) return null; var sums = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (double x : matrix[i]) {
                sums[i] += x;
            }
        }
        return sums;
    }

    @Override
    public Extremes extremes(double[] sums) {
        double low = sums[0], high = sums[0];
        for (double sum : sums) {
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        return new Extremes(low, high);
    }
}
