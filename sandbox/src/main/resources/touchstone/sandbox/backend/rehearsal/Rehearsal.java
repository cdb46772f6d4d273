package exercise;

/// Calls with values of every shape, for the rehearsal of a worker.
public interface Rehearsal {
    record Pair(double value, int index, double[] row) {}

    double[][] matrix(double[][] m, double ratio);

    Pair pair(int[] labels, String name, boolean flag);
}
