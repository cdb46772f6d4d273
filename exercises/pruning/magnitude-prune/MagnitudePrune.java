package exercise;

/// One-shot, unstructured magnitude pruning: the smallest weights of a matrix
/// are set to zero (Han et al. 2015, section 3, the pruning step alone, without
/// retraining).
public interface MagnitudePrune {
    /// Prunes the whole matrix at once, not row by row.
    ///
    /// With `N = rows * cols` and `k = ratio * N` rounded half to even, the `k`
    /// entries that come first by (absolute value ascending, row-major index
    /// ascending) become `+0.0`. All others are copied bit for bit. Entries that
    /// are zero already take part like any other.
    ///
    /// @param w
    ///            weights, `w[row][column]`: at least one row, at least one column,
    ///            all rows of one length, all entries finite; never modified
    /// @param ratio
    ///            the share of entries to prune, from 0 to 1, both included; no
    ///            unit, not a percentage
    /// @return a new matrix of the same shape that shares no row with `w`
    /// @throws IllegalArgumentException
    ///             if `w` or a row is null, `w` or a row is empty, the rows differ in
    ///             length, an entry is NaN or infinite, or `ratio` is NaN or
    ///             outside [0, 1]
    double[][] prune(double[][] w, double ratio);
}
