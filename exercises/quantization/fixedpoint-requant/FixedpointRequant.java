package exercise;

/// Requantization of 32-bit accumulators to signed 8 bits with integers alone: the
/// real multiplier is a 31-bit fraction and a right shift. Jacob et al. (2018), section
/// 2.2, equation 6; both roundings are those of gemmlowp.
public interface FixedpointRequant {
    /// `m = f · 2^-n` with f in `[0.5, 1)`; `M0 = rne(f · 2^31)`, where rne rounds half to
    /// even. If M0 is 2^31, it becomes 2^30, and n one less. The shift n is not limited
    /// to what [#requantize] takes. For 0 both are 0.
    ///
    /// @param m
    ///            from 0 to below 1, as small as a double can be
    /// @return `{M0, n}`, n at least 0
    /// @throws IllegalArgumentException
    ///             if m is NaN or outside `[0, 1)`, or so close to 1 that n would become
    ///             negative
    int[] quantizeMultiplier(double m);

    /// For each accumulator, in this order: `x = acc · m0 / 2^31` to the nearest integer,
    /// halves upwards (-0.5 to 0); `x / 2^rightShift` to the nearest integer, halves away
    /// from zero (-0.5 to -1); plus zy; clipped to `[-128, 127]`. Nothing on the way
    /// wraps around. acc must not be modified.
    ///
    /// @param acc
    ///            at least one accumulator, any int
    /// @param m0
    ///            at least 0
    /// @param rightShift
    ///            from 0 to 31
    /// @param zy
    ///            zero-point of the output, from -128 to 127
    /// @throws IllegalArgumentException
    ///             if acc is null or empty or another argument is out of range
    int[] requantize(int[] acc, int m0, int rightShift, int zy);
}
