package exercise;

/// Weights of one bit and of three values, and dot products of signs by counting bits. Binary
/// weights as in XNOR-Net (Rastegari et al. 2016, section 3.1), ternary ones as in BitNet b1.58
/// (Ma et al. 2024, section 2) but without its small constant.
///
/// Weights are finite, each 0 or of a magnitude from 1e-100 to 1e100. No method may modify its
/// arguments.
public interface BinaryTernaryWeights {
    /// Weight (i, j) is about `alpha[i] * sign[i][j]`.
    ///
    /// @param alpha
    ///            mean magnitude of each row
    /// @param sign
    ///            1 for weights of at least 0, otherwise -1
    record Binary(double[] alpha, int[][] sign) {}

    /// Weight (i, j) is about `gamma * q[i][j]`.
    ///
    /// @param gamma
    ///            mean magnitude of the whole matrix
    /// @param q
    ///            -1, 0 or 1
    record Ternary(double gamma, int[][] q) {}

    /// @throws IllegalArgumentException
    ///             if w or a row is null or empty, w is ragged or holds NaN or an infinity
    Binary binary(double[][] w);

    /// `q` is `clip(rne(w / gamma), -1, 1)`, where `rne` rounds half to even, or 0 if gamma is 0.
    ///
    /// @throws IllegalArgumentException
    ///             as above
    Ternary ternary(double[][] w);

    /// The signs of a vector in words of 32 bits: bit `i % 32` of word `i / 32`, counted from the
    /// lowest, is 1 if `w[i]` is at least 0. Bits beyond the last weight are 0.
    ///
    /// @return as many words as are needed
    /// @throws IllegalArgumentException
    ///             if w is null or empty or holds NaN or an infinity
    int[] packSigns(double[] w);

    /// The dot product of two vectors of signs, packed as above: bit 1 stands for 1 and bit 0 for -1.
    /// Bits beyond the first n may hold anything and do not count.
    ///
    /// @param n
    ///            number of signs, from 1 to 32 times the number of words
    /// @throws IllegalArgumentException
    ///             if a or b is null, they differ in length, or n is out of its range
    int xnorDot(int[] a, int[] b, int n);
}
