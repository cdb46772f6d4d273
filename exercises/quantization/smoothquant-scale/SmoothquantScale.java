package exercise;

/// Moves the difficulty of quantization from activations to weights: channel j of
/// the activations is divided by `s_j`, and the weights that meet it are multiplied
/// by `s_j`, which leaves `x · wᵀ` as it was. Xiao et al. (2023), equations 3 and 4.
/// No argument may be modified, and no result shares an array with one.
///
/// In all four methods x is `[n][in]` and w is `[out][in]`, with at least one row and
/// one column and finite numbers only; s has one number for each of the `in` channels,
/// finite and above 0. Whatever breaks this is refused with
/// `IllegalArgumentException`: an array or a row that is null or empty, a ragged
/// matrix, NaN, an infinity, a different number of channels.
public interface SmoothquantScale {
    /// `s_j = max_i |x_ij|^alpha / max_o |w_oj|^(1 - alpha)`, and 1 where either of the
    /// two maxima is 0.
    ///
    /// @param alpha
    ///            strength of the migration, from 0 to 1
    /// @throws IllegalArgumentException
    ///             also if `alpha` is NaN or outside `[0, 1]`
    double[] scales(double[][] x, double[][] w, double alpha);

    /// `x_ij / s_j`.
    double[][] smoothX(double[][] x, double[] s);

    /// `w_oj * s_j`.
    double[][] smoothW(double[][] w, double[] s);

    /// What W8A8 loses after smoothing with s: both smoothed matrices get symmetric
    /// 8-bit codes with one scale for the whole tensor, `max|·| / 127`, or 1 if all of
    /// it is 0; a code is the quotient by that scale, rounded half to even. The result
    /// is the mean over all n·out entries of the squared difference between the
    /// product of the codes times both scales and the exact `x · wᵀ`.
    double quantError(double[][] x, double[][] w, double[] s);
}
