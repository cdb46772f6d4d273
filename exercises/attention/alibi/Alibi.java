package exercise;

/// Attention with linear biases: no position enters a vector, but every score is lowered
/// in proportion to the distance between query and key. Press et al. (2022), section 3,
/// with the slopes of the authors' code where the number of heads is no power of two.
public interface Alibi {
    /// One slope for each head. With a power of two, head h = 0, 1, … has the slope
    /// `2^(−8(h+1)/heads)`. Otherwise c is the largest power of two below heads, and the
    /// result is `slopes(c)` followed by the first `heads − c` of the entries 0, 2, 4, …
    /// of `slopes(2c)`.
    ///
    /// @param heads
    ///            at least 1
    /// @return `[heads]`, all above 0 and below 1
    /// @throws IllegalArgumentException
    ///             if heads is below 1
    double[] slopes(int heads);

    /// What is added to the scores of causal attention: `−slope · (i − j)` for the keys
    /// j ≤ i of query i, and −∞ for later keys.
    ///
    /// @param heads
    ///            at least 1
    /// @param n
    ///            tokens, at least 1
    /// @return `[heads][n][n]`, head, query, key
    /// @throws IllegalArgumentException
    ///             if heads or n is below 1
    double[][][] bias(int heads, int n);
}
