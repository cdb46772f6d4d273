package exercise;

/// A linear layer with 8-bit activations and weights, except for the few input dimensions
/// that hold outliers, which are multiplied without rounding. Dettmers et al. (2022), section 3.
public interface LlmInt8Matmul {
    /// The product, and which dimensions were kept out of quantization.
    ///
    /// @param y
    ///            `[n][out]`
    /// @param outliers
    ///            indices of the outlier dimensions, ascending; empty if there are none
    record Result(double[][] y, int[] outliers) {}

    /// Input dimension j is an outlier if `|x[i][j]| >= threshold` for some row i. Over all other
    /// dimensions `y[i][o]` is `cx[i] * cw[o]` times the sum of `rne(x[i][j] / cx[i]) * rne(w[o][j] /
    /// cw[o])`, where rne rounds half to even and `cx[i]` is a 127th of the largest `|x[i][j]|` over
    /// these dimensions, `cw[o]` of the largest `|w[o][j]|`, or 1 where that is 0. To it is added
    /// the exact sum of `x[i][j] * w[o][j]` over the outliers. The arguments must not be modified.
    ///
    /// @param x
    ///            activations `[n][k]`, all finite, each 0 or of a magnitude from 1e-6 to 1e6
    /// @param w
    ///            weights `[out][k]`, of the same kind
    /// @param threshold
    ///            above 0; infinity means that there are no outliers
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN or an
    ///             infinity, the matrices differ in their number of columns, or threshold is
    ///             NaN or not above 0
    Result matmul(double[][] x, double[][] w, double threshold);
}
