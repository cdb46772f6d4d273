package exercise;

/// Semi-structured pruning to the pattern N:M, at most n non-zeros in every m
/// consecutive entries of a row. The case 2:4, which tensor cores execute at twice
/// the rate: Mishra et al. (2021), section 3.
public interface NmSparsity {
    /// Keeps, in every group, the n entries of largest absolute value and sets the other
    /// m − n to `+0.0`. Of equal magnitudes the one with the lower index in the group is
    /// pruned first. Entries that are kept are copied bit for bit, and entries that are
    /// zero already are ranked like any other.
    ///
    /// @param w
    ///            weights `[rows][columns]`, all finite, at least one row and column; a
    ///            group is m consecutive entries of one row, the first starts at column
    ///            0; never modified
    /// @param n
    ///            entries kept in each group, from 1 to m
    /// @param m
    ///            entries in a group, at least 1, a divisor of the number of columns
    /// @return a new matrix of the same shape that shares no row with `w`
    /// @throws IllegalArgumentException
    ///             if w or a row is null or empty, w is ragged or holds NaN or an
    ///             infinity, or n or m is out of its range
    double[][] prune(double[][] w, int n, int m);
}
