package exercise;

/// Rounding to half precision (IEEE 754-2019, binary16) and a linear layer with 8-bit
/// weights and half-precision activations, as in weight-only quantization. No argument
/// may be modified.
public interface Fp16RoundW8a16 {
    /// The FP16 number nearest to v, of two equally near ones the one whose last bit is
    /// even; rounded once, from double. From 65520 on in magnitude the result is infinite.
    /// Zeros keep their sign, and so do infinities and numbers that become 0.
    ///
    /// @param v
    ///            any double but NaN
    /// @throws IllegalArgumentException
    ///             if v is NaN
    double fp16Round(double v);

    /// `y_no = Σ_i fp16Round(x_ni) · q_oi · s_o`, summed up in double. Each row of w has
    /// symmetric 8-bit codes of its own: `s_o` is its largest magnitude divided by 127,
    /// or 1 if that is 0, and `q_oi = rne(w_oi / s_o)`, where rne rounds half to even.
    ///
    /// @param x
    ///            activations `[n][in]`, n ≥ 1, in ≥ 1, all finite
    /// @param w
    ///            weights `[out][in]`, out ≥ 1, all finite
    /// @return `[n][out]`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds
    ///             NaN or an infinity, the columns of x and w differ in number, or an
    ///             activation rounds to an infinity
    double[][] linear(double[][] x, double[][] w);
}
