package exercise;

/// GPTQ for one linear layer: columns of the weight matrix are rounded one after the
/// other, and the columns still to come make up for each rounding error as well as
/// the inputs allow. Frantar et al. (2023), section 3 and algorithm 1; the order by
/// activation and the treatment of dead columns are those of the authors' code.
public interface GptqLayer {
    /// @param q
    ///            `[out][in]`, codes from 0 to `2^bits - 1`, in the original order of
    ///            the columns
    /// @param scale
    ///            `[out][groups]`, in the order in which groups were processed
    /// @param zero
    ///            `[out][groups]`, the code of the real number 0
    /// @param wHat
    ///            `[out][in]`, `(q - zero) * scale`, in the original order of the
    ///            columns
    /// @param loss
    ///            squared Frobenius norm of `x · wᵀ - x · wHatᵀ`, with the w that was
    ///            passed in
    record Result(int[][] q, double[][] scale, int[][] zero, double[][] wHat, double loss) {}

    /// The statement has the algorithm step by step. The arguments must not be
    /// modified, and the result shares no array with them.
    ///
    /// @param w
    ///            weights `[out][in]`, all finite, at most a million in magnitude
    /// @param x
    ///            inputs of the layer, `[samples][in]`, likewise; there may be fewer
    ///            samples than columns
    /// @param bits
    ///            of a code, from 2 to 8
    /// @param group
    ///            columns that share a scale; 0 or negative for one group in each row
    /// @param damp
    ///            what is added to the diagonal of `xᵀ · x`, as a share of its mean;
    ///            finite and above 0
    /// @param actOrder
    ///            whether columns are processed in descending order of the diagonal of
    ///            `xᵀ · x`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds
    ///             NaN or an infinity, the columns of w and x differ in number, bits
    ///             or damp is out of range, a positive group does not divide the
    ///             number of columns, actOrder comes with a positive group, or the
    ///             damped matrix has a pivot that is not above 0 in double arithmetic
    Result quantize(double[][] w, double[][] x, int bits, int group, double damp, boolean actOrder);
}
