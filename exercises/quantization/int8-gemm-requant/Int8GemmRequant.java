package exercise;

/// A matrix product on 8-bit codes with 32-bit sums, and the way back to 8 bits. Jacob
/// et al. (2018), sections 2.2 to 2.4. Arguments must not be modified, and results share no
/// array with them.
public interface Int8GemmRequant {
    /// `Σ_k (a[i][k] - za) * (b[k][j] - zb)`, which fits an int for the sizes asked.
    ///
    /// @param a
    ///            codes `[M][K]`, each from -128 to 127
    /// @param za
    ///            zero-point of a, from -128 to 127
    /// @param b
    ///            codes `[K][N]`, each from -128 to 127
    /// @param zb
    ///            zero-point of b, from -128 to 127
    /// @return `[M][N]`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged, a code or
    ///             zero-point is out of its range, or the number of columns of a is not the
    ///             number of rows of b
    int[][] gemmInt32(int[][] a, int za, int[][] b, int zb);

    /// `clip(rne((acc[i][j] + bias[j]) * multiplier) + zy, -128, 127)`, where `rne` rounds half to
    /// even. The sum of acc and bias is exact, also where it fits no int.
    ///
    /// @param acc
    ///            sums `[M][N]`, any int
    /// @param bias
    ///            `[N]`, on the same grid as acc, any int
    /// @param multiplier
    ///            the scales of a and b over that of the result, finite and above 0
    /// @param zy
    ///            zero-point of the result, from -128 to 127
    /// @return codes `[M][N]`
    /// @throws IllegalArgumentException
    ///             if acc, a row or bias is null or empty, acc is ragged, bias is not as long as a
    ///             row, multiplier is not finite or not above 0, or zy is out of its range
    int[][] requantize(int[][] acc, int[] bias, double multiplier, int zy);
}
