package exercise;

/// Symmetric uniform quantization: no zero-point, and the same number of codes on
/// either side of 0. Nagel et al. (2021), section 2.2, with the narrow range of
/// codes that leaves out the lowest one.
public interface SymmetricQuant {
    /// Integer codes and the width of a step: number i is about `q[i] * scale`.
    ///
    /// @param q
    ///            one code for each number
    /// @param scale
    ///            positive and finite
    record Quantized(int[] q, double scale) {}

    /// With `qmax = 2^(bits-1) - 1`: the scale is `max|x| / qmax`, or 1 if every number
    /// is 0; a code is `clip(rne(x / scale), -qmax, qmax)`, where `rne` rounds half to
    /// even. The argument must not be modified.
    ///
    /// @param x
    ///            the numbers, at least one, all finite; `max|x|` is 0 or from 1e-100 to
    ///            1e100
    /// @param bits
    ///            width of a code, 2 to 16
    /// @throws IllegalArgumentException
    ///             if x is null or empty or holds NaN or an infinity, or bits is out of
    ///             its range
    Quantized quantize(double[] x, int bits);

    /// `q * scale` for every code. Codes of any size are valid.
    ///
    /// @throws IllegalArgumentException
    ///             if z or its q is null, q is empty, or the scale is not a finite
    ///             number above 0
    double[] dequantize(Quantized z);
}
