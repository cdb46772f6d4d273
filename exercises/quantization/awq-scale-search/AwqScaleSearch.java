package exercise;

/// Scales for the input channels of a linear layer, chosen so that 4-bit rounding of the
/// scaled weights costs least. Lin et al. (2024), section 3.2, with the normalisation and the
/// grid of the authors' code.
///
/// Weights are multiplied by the scale of their channel, rounded in groups on the asymmetric
/// grid of 16 codes, and divided by the scale again. Within a row groups of that many columns
/// begin at column 0; the last may be shorter. The grid of a group of scaled weights v: `lo =
/// min(min v, 0)`, `hi = max(max v, 0)`, `step = (hi - lo) / 15`, or 1 if `hi = lo`; `zero =
/// -rne(lo / step)`; the code of v is `clip(rne(v / step) + zero, 0, 15)`, and v becomes
/// `(code - zero) * step`. Here rne rounds half to even. No method may modify its arguments.
public interface AwqScaleSearch {
    /// The best exponent and what belongs to it.
    ///
    /// @param alpha
    ///            exponent, a multiple of `1 / grid` from 0 on, below 1
    /// @param s
    ///            one scale for each input channel
    /// @param loss
    ///            of these scales
    record Best(double alpha, double[] s, double loss) {}

    /// Tries `alpha = i / grid` for i from 0 to `grid - 1`. With the mean magnitude `a[j]` of column
    /// j of x: `t[j] = max(a[j]^alpha, 1e-4)`, where `0^0 = 1`, and `s[j] = t[j] / sqrt(max t · min
    /// t)`. The smallest loss wins, of equal ones the smaller alpha.
    ///
    /// @param x
    ///            activations `[n][in]`, all finite, up to 1e6 in magnitude
    /// @param w
    ///            weights `[out][in]`, of the same kind
    /// @param group
    ///            number of weights that share a grid, at least 1; may exceed the number of columns
    /// @param grid
    ///            number of exponents to try, at least 1
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN or an
    ///             infinity, the matrices differ in columns, or group or grid is below 1
    Best search(double[][] x, double[][] w, int group, int grid);

    /// Mean over all n · out outputs of the square of what rounding changes: `x · wᵀ` less the same
    /// with the weights that were scaled, rounded and scaled back.
    ///
    /// @param s
    ///            one scale for each input channel, finite and above 0
    /// @throws IllegalArgumentException
    ///             as above, or if s is null, not as long as a row, or holds a number that is not
    ///             finite or not above 0
    double loss(double[][] x, double[][] w, int group, double[] s);
}
