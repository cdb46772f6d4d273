package exercise;

/// One-shot structured pruning: whole groups of rows or columns leave a weight matrix,
/// which becomes smaller. Filters ranked by the sum of their absolute weights: Li et
/// al. (2017), section 3.
public interface StructuredPrune {
    /// What remains.
    ///
    /// @param kept
    ///            indices of the surviving groups (not of their lines), ascending
    /// @param w
    ///            the surviving lines in their original order
    record Result(int[] kept, double[][] w) {}

    /// Cuts the chosen axis into groups of `block` consecutive lines, scores each group
    /// over all of its entries and removes those with the smallest scores.
    ///
    /// With G groups, `ratio * G` rounded half to even is the number of groups that go;
    /// of equal scores the lower group index goes first. The arguments must not be
    /// modified, and the result shares no array with them.
    ///
    /// @param w
    ///            weights `[rows][columns]`, all finite, at least one row and column
    /// @param axis
    ///            `"row"` or `"col"`: which lines are grouped
    /// @param block
    ///            lines in a group, at least 1, a divisor of the length of the axis
    /// @param norm
    ///            `"l1"`: sum of absolute values; `"l2"`: root of the sum of squares
    /// @param ratio
    ///            the share of groups to remove, from 0 to 1
    /// @throws IllegalArgumentException
    ///             if w or a row is null or empty, w is ragged or holds NaN or an
    ///             infinity, another argument is out of its range, or no group
    ///             would remain
    Result prune(double[][] w, String axis, int block, String norm, double ratio);
}
