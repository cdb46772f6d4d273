package exercise;

/// To integer codes and back, with the errors that this causes: the rounding error
/// inside the range of the codes, the clipping error outside. Nagel et al. (2021),
/// section 2.2.
public interface QuantRoundtrip {
    /// What became of the numbers.
    ///
    /// @param q
    ///            codes, each in `[qmin, qmax]`
    /// @param xhat
    ///            what the codes stand for, `(q - zp) * scale`
    /// @param mse
    ///            mean of `(x - xhat)²`
    /// @param maxAbs
    ///            largest `|x - xhat|`
    /// @param sqnrDb
    ///            `10 * log10(Σ x² / Σ (x - xhat)²)`, in dB; positive infinity if nothing was
    ///            lost, which includes an x of zeros
    /// @param saturated
    ///            how many numbers were clipped: those whose code before clipping was below qmin
    ///            or above qmax
    record Report(int[] q, double[] xhat, double mse, double maxAbs, double sqnrDb, int saturated) {}

    /// The code of a number is `clip(rne(x / scale) + zp, qmin, qmax)`, where `rne` rounds
    /// half to even. The argument must not be modified, and the results share no array
    /// with it.
    ///
    /// @param x
    ///            the numbers, at least one, all finite, each 0 or of a magnitude from
    ///            1e-100 to 1e100; so is `x / scale`
    /// @param scale
    ///            finite and above 0
    /// @param zp
    ///            the code of the number 0, in `[qmin, qmax]`
    /// @param qmin
    ///            smallest code, from -32768
    /// @param qmax
    ///            largest code, above qmin, up to 32768
    /// @throws IllegalArgumentException
    ///             if x is null or empty or holds NaN or an infinity, scale is not finite or
    ///             not above 0, `qmin >= qmax`, or zp lies outside `[qmin, qmax]`
    Report roundtrip(double[] x, double scale, int zp, int qmin, int qmax);
}
