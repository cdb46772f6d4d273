package exercise;

public interface RowSum {
    double[] sums(double[][] matrix);

    Extremes extremes(double[] sums);

    record Extremes(double smallest, double largest) {}
}
