package exercise;

/// How much the loss would change if weights were set to zero, estimated from gradients:
/// the square of the first-order Taylor term, averaged over batches. Molchanov et al.
/// (2019), section 3.1. The arguments must not be modified.
public interface TaylorImportance {
    /// Each weight by itself: the mean over the batches of `(w * g)²`.
    ///
    /// @param w
    ///            weights `[rows][columns]`, all finite, at least one row and column
    /// @param grads
    ///            gradients of the loss `[batch][rows][columns]`, all finite, at least one
    ///            batch
    /// @return scores of the shape of `w`
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, or a gradient differs from w in shape
    double[][] weightScores(double[][] w, double[][][] grads);

    /// Each row as a whole: the mean over the batches of the squared sum of `w * g` along
    /// the row.
    ///
    /// @param w
    ///            as above
    /// @param grads
    ///            as above
    /// @return `[rows]`
    /// @throws IllegalArgumentException
    ///             as above
    double[] rowScores(double[][] w, double[][][] grads);

    /// The order in which to prune: indices by ascending score, of equal scores the lower
    /// index first.
    ///
    /// @param scores
    ///            at least one, all finite
    /// @throws IllegalArgumentException
    ///             if scores is null or empty or holds NaN or an infinity
    int[] order(double[] scores);
}
