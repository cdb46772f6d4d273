package exercise;

/// Pruning by weights and activations: a weight counts as much as its magnitude times the
/// norm of the input it is multiplied with, and competes with the weights of its own
/// output only. Sun et al. (2024), equation 1 and section 3. Nothing is updated.
///
/// The arguments must not be modified, and the results share no array with them.
public interface WandaPrune {
    /// `|w_ij| * ‖X_j‖₂`, where the norm is over all samples of input j.
    ///
    /// @param w
    ///            weights `[out][in]`, all finite, at least one row and column
    /// @param x
    ///            activations `[samples][in]`, all finite, at least one sample
    /// @return scores of the shape of `w`
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, or w and x differ in columns
    double[][] scores(double[][] w, double[][] x);

    /// Sets to `+0.0`, in every row, those of smallest score; `ratio * in`, rounded half
    /// to even, is how many. Of equal scores the lower column goes first; what stays is
    /// copied.
    ///
    /// @param w
    ///            as above
    /// @param x
    ///            as above
    /// @param ratio
    ///            share of each row to prune, from 0 to 1
    /// @throws IllegalArgumentException
    ///             as above, or if ratio is NaN or out of its range
    double[][] prune(double[][] w, double[][] x, double ratio);

    /// Keeps the n largest scores in each group of m consecutive columns of a row, groups
    /// starting at column 0, and sets the others to `+0.0`. Of equal scores the lower
    /// column goes first.
    ///
    /// @param w
    ///            as above
    /// @param x
    ///            as above
    /// @param n
    ///            entries kept in each group, from 1 to m
    /// @param m
    ///            entries in a group, at least 1, a divisor of the number of columns
    /// @throws IllegalArgumentException
    ///             as above, or if n or m is out of its range
    double[][] pruneNm(double[][] w, double[][] x, int n, int m);
}
