package exercise;

/// The 4-bit NormalFloat data type: codes at quantiles of the normal distribution, used
/// block by block relative to the largest magnitude. Dettmers et al. (2023), section 3 and
/// appendix E; the offset of the quantiles as in bitsandbytes. No method may modify its arguments.
///
/// The numbers of a block are neighbours: block b holds those from `b * block` on, the last one
/// perhaps fewer than `block`. A codebook is any strictly ascending array of two or more finite
/// numbers. Numbers are finite, each 0 or of a magnitude from 1e-100 to 1e100.
public interface Nf4Codebook {
    /// The 16 codes of NF4, ascending: with `o = 0.9677083` and the inverse Φ⁻¹ of the standard
    /// normal distribution function, `Φ⁻¹(o + (0.5 - o) * i / 8)` for i from 0 to 7,
    /// `-Φ⁻¹(o + (0.5 - o) * i / 7)` for i from 0 to 6, and 0, all divided by the largest.
    double[] codebook();

    /// For every number the index of the code that is nearest to its quotient by the largest
    /// magnitude of its block, or to 0 if that is 0; of two equally near ones the lower.
    ///
    /// @param x
    ///            at least one number
    /// @param block
    ///            at least 1
    /// @throws IllegalArgumentException
    ///             if x or code is null or empty or holds NaN or an infinity, block is below 1,
    ///             or code has fewer than two numbers or is not strictly ascending
    int[] quantize(double[] x, int block, double[] code);

    /// The largest magnitude of each block.
    ///
    /// @throws IllegalArgumentException
    ///             if x is null or empty or holds NaN or an infinity, or block is below 1
    double[] absmax(double[] x, int block);

    /// `code[q]` times the largest magnitude of the block, for every index.
    ///
    /// @param q
    ///            at least one index into code
    /// @param absmax
    ///            one for each block, finite, at least 0
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, absmax or code holds NaN or an infinity, block is
    ///             below 1, code has fewer than two numbers or is not strictly ascending, an index
    ///             lies outside code, a number of absmax is negative, or there are not as many of
    ///             them as blocks
    double[] dequantize(int[] q, double[] absmax, int block, double[] code);
}
