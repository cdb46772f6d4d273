package exercise;

/// Q4_0, the oldest 4-bit format of llama.cpp: 32 weights share one scale in half
/// precision. As in ggml's `quantize_row_q4_0_ref`, but computed in double; only the
/// stored scale is rounded to half precision. No argument may be modified, and no
/// result shares an array with one.
public interface GgufQ40Block {
    /// @param d
    ///            the scale, already rounded to half precision; has the opposite sign
    ///            of the value of largest magnitude
    /// @param qs
    ///            16 bytes from 0 to 255: byte j holds the code of value j in its low
    ///            and that of value j + 16 in its high nibble
    record Block(double d, int[] qs) {}

    /// With m, the first of the values of largest magnitude, as it is with its sign, and
    /// `delta = m / -8`: code i is `min(15, trunc(x_i / delta + 8.5))`, and 8 if delta is
    /// 0; d is delta rounded once to half precision, halves to even.
    ///
    /// @param x
    ///            exactly 32 finite numbers
    /// @throws IllegalArgumentException
    ///             if x is null, of another length, or holds NaN or an infinity, or if
    ///             the magnitude of delta is 65520 or more, which half precision
    ///             cannot hold
    Block quantize(double[] x);

    /// `(code - 8) * d` for each of the 32 values.
    ///
    /// @throws IllegalArgumentException
    ///             if b or its qs is null, d is NaN or infinite, or qs does not have
    ///             exactly 16 numbers from 0 to 255
    double[] dequantize(Block b);

    /// What one weight takes, the scale included.
    double bitsPerWeight();
}
