package exercise;

/// LayerScale: what a residual branch computes is multiplied by a learnt factor for each
/// channel before it is added to the stream. Touvron, Cord, Sablayrolles, Synnaeve and
/// Jégou (2021), section 2.
public interface LayerscaleResidual {
    /// What all factors of a network start from: 0.1 up to a depth of 18, 1e-5 up to 24,
    /// 1e-6 beyond.
    ///
    /// @param depth
    ///            number of layers, at least 1
    /// @throws IllegalArgumentException
    ///             if depth is below 1
    double initValue(int depth);

    /// `x[j] + gamma[j] * f[j]` in a new array. The arguments must not be modified.
    ///
    /// @param x
    ///            one token of the stream, `[d]`, d ≥ 1, all finite
    /// @param f
    ///            what the branch computed for it, `[d]`, all finite
    /// @param gamma
    ///            factors of the channels, `[d]`, all finite
    /// @throws IllegalArgumentException
    ///             if an array is null or empty or holds NaN or an infinity, or
    ///             lengths differ
    double[] forward(double[] x, double[] f, double[] gamma);

    /// The derivatives of the loss with respect to gamma, `[d]`: for each channel the sum
    /// over all tokens of upstream times f. The arguments must not be modified.
    ///
    /// @param f
    ///            what the branch computed, `[tokens][d]`, at least one token, d ≥ 1,
    ///            all finite
    /// @param upstream
    ///            derivatives of the loss with respect to the output, of the same shape
    /// @throws IllegalArgumentException
    ///             if a matrix or one of its rows is null or empty, ragged or holds NaN
    ///             or an infinity, or shapes differ
    double[] gradGamma(double[][] f, double[][] upstream);
}
