package exercise;

/// Attention that takes the keys block by block and keeps three running numbers per
/// query instead of a row of weights. The running sum is that of Milakov and Gimelshein
/// (2018); the blocks are those of Dao et al. (2022), section 3.1, Algorithm 1, except
/// that the output is divided once, at the end.
public interface FlashOnlineSoftmax {
    /// What one query knows of the keys it has met so far.
    ///
    /// @param m
    ///            the largest score, −∞ if there was none above −∞
    /// @param l
    ///            the sum of `e^(score − m)`, 0 if m is −∞
    /// @param acc
    ///            `[dv]`, the sum of `e^(score − m)` times the value, not divided by l
    record State(double m, double l, double[] acc) {}

    /// The state before the first block: `(−∞, 0, zeros)`.
    ///
    /// @param dv
    ///            dimension of the values, at least 1
    /// @throws IllegalArgumentException
    ///             if dv is below 1
    State init(int dv);

    /// The state after one more block of keys. A block whose scores are all −∞ changes
    /// no number of the state, be it fresh or not. Scores up to ±10000 must not overflow.
    /// The arguments must not be modified, and the new state shares no array with them.
    ///
    /// @param s
    ///            what the earlier blocks left: m is not NaN and not +∞, l is finite
    ///            and at least 0, acc is all finite
    /// @param scores
    ///            `[b]`, b ≥ 1, finite or −∞ for a key that is blocked
    /// @param v
    ///            the values of these keys `[b][dv]`, all finite, as wide as acc is long
    /// @throws IllegalArgumentException
    ///             if an argument, a row or acc is null or empty, v is ragged, lengths do
    ///             not fit together, or a number is outside its range
    State update(State s, double[] scores, double[][] v);

    /// The mean of the values, weighted by the softmax of the scores: `acc / l` in a new
    /// array, or zeros if l is 0.
    ///
    /// @throws IllegalArgumentException
    ///             if the state is one that `update` refuses
    double[] finish(State s);

    /// The logarithm of the sum of `e^score`: `m + ln l`, or −∞ if l is 0.
    ///
    /// @throws IllegalArgumentException
    ///             if the state is one that `update` refuses
    double logSumExp(State s);

    /// `softmax(q · kᵀ / √d) · v`, the same for all block sizes. Scores up to ±10000 must
    /// not overflow. The arguments must not be modified, and the result shares no array
    /// with them.
    ///
    /// @param q
    ///            queries `[n][d]`, all finite, n ≥ 1, d ≥ 1
    /// @param k
    ///            keys `[m][d]`, all finite, m ≥ 1
    /// @param v
    ///            values `[m][dv]`, all finite, dv ≥ 1
    /// @param blockQ
    ///            queries in a block, at least 1; may exceed n or not divide it
    /// @param blockK
    ///            keys in a block, at least 1; may exceed m or not divide it
    /// @param causal
    ///            whether query i attends to the keys j ≤ i only; n must then equal m
    /// @return `[n][dv]`
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN
    ///             or an infinity, shapes do not fit together, a block size is below 1,
    ///             or causal is true and n differs from m
    double[][] attention(double[][] q, double[][] k, double[][] v, int blockQ, int blockK, boolean causal);
}
