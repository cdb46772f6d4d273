package exercise;

/// Several heads side by side, each with its own part of the projected features. Vaswani
/// et al. (2017), section 3.2.2; query heads that share their keys and values as in
/// Shazeer (2019, one head of keys and values) and Ainslie et al. (2023, groups).
public interface MultiHeadAttention {
    /// Self-attention of one sequence. A layer with weights `w[out][in]` maps a token to
    /// `w · token`, without a bias. With `D = wq.length` every head has `dh = D / heads`
    /// features: head h owns the numbers `h · dh … h · dh + dh − 1` of the projected
    /// queries and uses the keys and values of head `h / (heads / kvHeads)`, rounded down.
    /// Scores are divided by `√dh`; up to ±1000 they must not overflow or underflow. The
    /// outputs of the heads are concatenated in order and projected by wo. The arguments
    /// must not be modified, and the result shares no array with them.
    ///
    /// @param x
    ///            tokens `[n][dm]`, all finite, n ≥ 1, dm ≥ 1
    /// @param wq
    ///            `[D][dm]`, all finite, D a multiple of heads
    /// @param wk
    ///            `[kvHeads · dh][dm]`, all finite
    /// @param wv
    ///            `[kvHeads · dh][dm]`, all finite
    /// @param wo
    ///            `[do][D]`, all finite, do ≥ 1
    /// @param heads
    ///            heads of queries, at least 1
    /// @param kvHeads
    ///            heads of keys and values, at least 1, a divisor of heads; equal to heads
    ///            in the paper
    /// @param causal
    ///            whether token i attends to the tokens j ≤ i only
    /// @return `[n][do]`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN
    ///             or an infinity, a number of heads is below 1 or does not divide what it
    ///             has to divide, or shapes do not fit together
    double[][] forward(double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads,
            int kvHeads, boolean causal);
}
