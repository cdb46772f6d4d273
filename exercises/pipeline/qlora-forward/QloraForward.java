package exercise;

/// A linear layer with a frozen, block-quantized weight and a trainable adapter of low rank.
/// Dettmers et al. (2023), "QLoRA", section 3; the adapter: Hu et al. (2021), section 4.1.
/// In all methods matrices are `[rows][columns]` and finite, arguments must not be
/// modified, and results share no array with them.
public interface QloraForward {
    /// What the two halves of the adapter receive; the base weight is frozen.
    ///
    /// @param dA
    ///            `[r][in]`
    /// @param dB
    ///            `[out][r]`
    record Grads(double[][] dA, double[][] dB) {}

    /// Entry i of the weight, counted row by row, is `code[q[i]] * absmax[i / block]`. Blocks
    /// are cut from the flattened weight and may run over the end of a row.
    ///
    /// @param q
    ///            `[out * in]`, indices into code
    /// @param absmax
    ///            one for each block, the last one included if it is not full; finite
    /// @param block
    ///            entries in a block, at least 1
    /// @param code
    ///            the values that indices stand for, finite
    /// @param out
    ///            rows of the weight, at least 1
    /// @param in
    ///            columns of the weight, at least 1
    /// @return `[out][in]`
    /// @throws IllegalArgumentException
    ///             if an array is null or empty or holds NaN or an infinity, a size is below
    ///             1, q has not `out * in` entries or absmax not one for each block, or an
    ///             index lies outside code
    double[][] dequantize(int[] q, double[] absmax, int block, double[] code, int out, int in);

    /// `x · Wᵀ + (alpha / r) · x · Aᵀ · Bᵀ`.
    ///
    /// @param x
    ///            inputs `[n][in]`
    /// @param wDeq
    ///            the dequantized weight `[out][in]`
    /// @param a
    ///            `[r][in]`
    /// @param b
    ///            `[out][r]`
    /// @param alpha
    ///            finite, of either sign
    /// @return `[n][out]`
    /// @throws IllegalArgumentException
    ///             if a matrix or one of its rows is null or empty, or it is ragged or holds
    ///             NaN or an infinity, shapes do not fit together, or alpha is not finite
    double[][] forward(double[][] x, double[][] wDeq, double[][] a, double[][] b, double alpha);

    /// The gradients of a loss whose gradient with respect to the layer's output is upstream.
    ///
    /// @param x
    ///            inputs `[n][in]`
    /// @param upstream
    ///            `[n][out]`
    /// @param a
    ///            `[r][in]`
    /// @param b
    ///            `[out][r]`
    /// @param alpha
    ///            finite, of either sign
    /// @throws IllegalArgumentException
    ///             as for the forward pass
    Grads grads(double[][] x, double[][] upstream, double[][] a, double[][] b, double alpha);
}
