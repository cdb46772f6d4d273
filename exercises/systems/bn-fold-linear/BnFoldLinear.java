package exercise;

/// Batch norm at inference, folded into the linear layer before it. Jacob et al. (2018),
/// section 3.2. Arguments are never modified, and results share no array with them.
public interface BnFoldLinear {
    /// A linear layer.
    ///
    /// @param w
    ///            `[out][in]`
    /// @param b
    ///            `[out]`
    record Linear(double[][] w, double[] b) {}

    /// The layer that computes what the linear layer followed by batch norm does, with the
    /// statistics that were gathered in training: `(y - mean) / √(var + eps) · gamma + beta`
    /// for each output y.
    ///
    /// @param w
    ///            `[out][in]`, all finite, out ≥ 1, in ≥ 1
    /// @param b
    ///            `[out]`, all finite
    /// @param gamma
    ///            `[out]`, all finite, of any sign
    /// @param beta
    ///            `[out]`, all finite
    /// @param mean
    ///            `[out]`, all finite
    /// @param var
    ///            `[out]`, all finite and at least 0
    /// @param eps
    ///            finite and above 0
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, w is ragged, lengths differ, a
    ///             number is NaN or infinite, a variance is negative, or eps is not above 0
    Linear fold(double[][] w, double[] b, double[] gamma, double[] beta, double[] mean, double[] var,
            double eps);

    /// `w · x + b`, and 0 for what is negative if relu is set.
    ///
    /// @param l
    ///            a layer as above, all finite
    /// @param x
    ///            `[in]`, all finite
    /// @return `[out]`
    /// @throws IllegalArgumentException
    ///             if an argument, an array or a row is null or empty, w is ragged, lengths
    ///             differ, or a number is NaN or infinite
    double[] forward(Linear l, double[] x, boolean relu);
}
