package exercise;

/// Quantization-aware training of a linear regression: the forward pass sees quantized
/// weights, the update goes to float ones. Jacob et al. (2018), section 3; the
/// straight-through estimator as in Krishnamoorthi (2018).
public interface QatTrainStep {
    /// What training leaves behind.
    ///
    /// @param w
    ///            the float master weights after the last update
    /// @param wQuantized
    ///            the same, fake-quantized
    /// @param losses
    ///            one for each step, taken before its update
    record Result(double[] w, double[] wQuantized, double[] losses) {}

    /// In each step, with `ŵ` for the fake-quantized w and the residual `e = x · ŵ - y`: the
    /// loss is the mean of `e²`, and `w = w - lr * (2 / n) * xᵀ · e`. The gradient with respect
    /// to ŵ is applied to w as it is; the scale counts as a constant.
    ///
    /// Fake quantization: `qmax = 2^(bits-1) - 1`, `scale = max|w| / qmax`, computed anew in
    /// every step, or 1 if all weights are 0; each weight becomes
    /// `clip(rne(w / scale), -qmax, qmax) * scale`, where `rne` rounds half to even. The
    /// arguments must not be modified, and the result shares no array with them.
    ///
    /// @param x
    ///            `[n][d]`, finite
    /// @param y
    ///            `[n]`, finite
    /// @param w0
    ///            `[d]`, finite
    /// @param bits
    ///            2 … 16
    /// @param lr
    ///            finite and above 0
    /// @param steps
    ///            at least 1
    /// @throws IllegalArgumentException
    ///             if an array or a row of x is null or empty, x is ragged, lengths do not fit
    ///             together, a number is NaN or infinite, or bits, lr or steps is out of range
    Result train(double[][] x, double[] y, double[] w0, int bits, double lr, int steps);
}
