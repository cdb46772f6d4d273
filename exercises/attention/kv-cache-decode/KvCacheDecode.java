package exercise;

/// Decoding token by token: keys and values of earlier tokens are kept instead of computed
/// again, as described by Pope et al. (2022), section 2. What is kept may be bounded: the
/// first tokens (the sinks of Xiao et al. 2024, section 3, without moving positions) and
/// the most recent ones. The object remembers the tokens from call to call.
public interface KvCacheDecode {
    /// Empties the cache and sets what it keeps. May be called again at any time.
    ///
    /// @param window
    ///            how many of the most recent tokens are kept, at least 1;
    ///            `Integer.MAX_VALUE` for all of them
    /// @param sinks
    ///            how many of the first tokens are kept for ever, at least 0
    /// @return how many tokens the cache can hold, `window + sinks`; may exceed the range of int
    /// @throws IllegalArgumentException
    ///             if window or sinks is out of its range; nothing has changed then
    long init(int window, int sinks);

    /// Adds a token, drops every token that is neither among the first `sinks` since `init`
    /// nor among the last `window`, and attends to the rest:
    /// `softmax(q · kᵀ / √d) · v` over the tokens that are left, the new one included.
    /// Scores up to ±1000 must not overflow. The arguments must not be modified and may be
    /// reused by the caller afterwards; the result shares no array with them.
    ///
    /// @param q
    ///            query `[d]`, all finite, d ≥ 1
    /// @param k
    ///            key `[d]`, all finite
    /// @param v
    ///            value `[dv]`, all finite, dv ≥ 1
    /// @return `[dv]`
    /// @throws IllegalArgumentException
    ///             if `init` has not been called, an argument is null or empty or holds NaN
    ///             or an infinity, q and k differ in length, or d or dv is not that of the
    ///             first token since `init`; the token has not been added then
    double[] step(double[] q, double[] k, double[] v);

    /// How many tokens the cache holds, 0 right after `init`.
    ///
    /// @throws IllegalArgumentException
    ///             if `init` has not been called
    int size();
}
