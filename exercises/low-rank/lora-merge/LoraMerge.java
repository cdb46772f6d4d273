package exercise;

/// A weight matrix with a low-rank adapter: `W + (alpha / r) · B · A`. Hu et al. (2022),
/// section 4.1. Weights are `[out][in]`, and r is the number of columns of B and of rows
/// of A.
public interface LoraMerge {
    /// The weights with the adapter added, `w + (alpha / r) · b · a`, in a new matrix. The
    /// arguments must not be modified.
    ///
    /// @param w
    ///            `[out][in]`, all finite, out ≥ 1, in ≥ 1
    /// @param b
    ///            `[out][r]`, all finite, r ≥ 1
    /// @param a
    ///            `[r][in]`, all finite
    /// @param alpha
    ///            finite, of either sign
    /// @return `[out][in]`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN
    ///             or an infinity, shapes do not fit together, or alpha is NaN or infinite
    double[][] merge(double[][] w, double[][] b, double[][] a, double alpha);

    /// The weights that `merge` was given: `merged − (alpha / r) · b · a`, in a new matrix.
    ///
    /// @throws IllegalArgumentException
    ///             if `merge` refuses such arguments
    double[][] unmerge(double[][] merged, double[][] b, double[][] a, double alpha);

    /// `w · x + (alpha / r) · b · (a · x)`, in time proportional to the size of the three
    /// matrices: b · a is never formed. The arguments must not be modified.
    ///
    /// @param x
    ///            `[in]`, all finite
    /// @return `[out]`
    /// @throws IllegalArgumentException
    ///             if `merge` refuses the first four arguments, or x is null, has not `in`
    ///             numbers or holds NaN or an infinity
    double[] forward(double[][] w, double[][] b, double[][] a, double alpha, double[] x);
}
