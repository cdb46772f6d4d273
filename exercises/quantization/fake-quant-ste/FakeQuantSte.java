package exercise;

/// Quantization inside a network in training: forward rounds to the grid and back,
/// backward pretends that rounding were the identity (the straight-through estimator,
/// Bengio et al. 2013) and also gives the gradient of the scale (Esser et al. 2020,
/// equation 3, without its factor g).
///
/// In all of it `v = rne(x / scale) + zp` is the code of a number before clipping, where `rne`
/// rounds half to even. Numbers are finite and up to 1e100 in magnitude, and so is
/// `x / scale`; qmin and qmax are from -32768 to 32768. Arguments must not be modified, and
/// results share no array with them.
public interface FakeQuantSte {
    /// Gradients of the loss.
    ///
    /// @param dx
    ///            one for each number
    /// @param dScale
    ///            one for the scale, summed over all numbers
    record Grad(double[] dx, double dScale) {}

    /// `(clip(v, qmin, qmax) - zp) * scale` for every number.
    ///
    /// @param x
    ///            the numbers, at least one, all finite
    /// @param scale
    ///            finite and above 0
    /// @param zp
    ///            the code of the number 0, in `[qmin, qmax]`
    /// @param qmin
    ///            smallest code
    /// @param qmax
    ///            largest code, above qmin
    /// @throws IllegalArgumentException
    ///             if x is null or empty or holds NaN or an infinity, scale is not finite or not
    ///             above 0, `qmin >= qmax`, or zp lies outside `[qmin, qmax]`
    double[] forward(double[] x, double scale, int zp, int qmin, int qmax);

    /// Where `qmin <= v <= qmax`, upstream passes on to dx, elsewhere dx is 0. The scale gets
    /// upstream times `rne(x / scale) - x / scale` where `qmin <= v <= qmax`, times `qmin - zp`
    /// where v is below, and times `qmax - zp` where v is above.
    ///
    /// @param upstream
    ///            gradient of the loss with respect to what forward returned, as long as x, all
    ///            finite
    /// @throws IllegalArgumentException
    ///             as above, or if upstream is null or holds NaN or an infinity, or the lengths
    ///             differ
    Grad backward(double[] x, double[] upstream, double scale, int zp, int qmin, int qmax);
}
