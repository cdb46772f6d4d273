package exercise;

/// The parameters of asymmetric (affine) quantization: the real number `x` is
/// stored as the integer code `q` with `x ≈ scale * (q - zeroPoint)` (Jacob et
/// al. 2018, section 2.1; how the range is nudged so that 0 is exact: section 3).
public interface Int8AffineParams {
    /// @param scale
    ///            width of one quantization step, in the unit of the real numbers;
    ///            positive
    /// @param zeroPoint
    ///            the code of the real number 0, within [qmin, qmax]
    record Params(double scale, int zeroPoint) {}

    /// With `lo = min(min, 0)` and `hi = max(max, 0)`:
    /// `scale = (hi - lo) / (qmax - qmin)` and
    /// `zeroPoint = clip(qmin - rne(lo / scale), qmin, qmax)`, where `rne` rounds
    /// half to even and is applied to `lo / scale` before anything is added. If
    /// `hi = lo`, the scale is 1 and the zero-point is `qmin`.
    ///
    /// @param min
    ///            smallest real number seen in calibration, finite
    /// @param max
    ///            largest one, finite, not below `min`; `hi - lo` is 0 or from
    ///            1e-100 to 1e100
    /// @param qmin
    ///            smallest code, from -32768
    /// @param qmax
    ///            largest code, above `qmin`, up to 32768
    /// @throws IllegalArgumentException
    ///             if `min` or `max` is NaN or infinite, `min > max` or
    ///             `qmin >= qmax`
    Params params(double min, double max, int qmin, int qmax);
}
