package exercise;

/// A contract as exercises have them.
public interface Toy {
    record Result(int[] kept, double[][] w, String note) {}

    double[][] scale(double[][] w, double ratio);

    Result keep(double[][] w, int k);

    double sum(double[] x);

    double[][][] cube(int n);

    String name();
}
