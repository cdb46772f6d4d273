package exercise;

/// Pruning by magnitude, in two calls that a suite can check against each other.
public interface BenchPrune {
    /// Zeroes the `rint(ratio · n)` entries of smallest magnitude, the earlier one first among equals.
    double[][] prune(double[][] w, double ratio);

    /// How many entries of a matrix are zero.
    int countZeros(double[][] w);
}
