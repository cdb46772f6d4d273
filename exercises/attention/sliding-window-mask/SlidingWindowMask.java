package exercise;

/// Who may attend to whom if tokens see their neighbours only, except for the first few
/// tokens, which see everybody and are seen by everybody. After Beltagy et al. (2020),
/// section 3.1, and Jiang et al. (2023), section 2; here the window counts on each side.
/// Query i may attend to key j if `|i − j| < window`, `j < globals` or `i < globals`, and,
/// where causal is true, only if `j ≤ i`.
public interface SlidingWindowMask {
    /// The mask itself.
    ///
    /// @param n
    ///            tokens, at least 1
    /// @param window
    ///            at least 1, which is the token itself; may exceed n
    /// @param globals
    ///            how many of the first tokens are global, 0 … n
    /// @param causal
    ///            whether no query may attend to a later key
    /// @return `[n][n]`, query and key: 1 = may attend, 0 = blocked
    /// @throws IllegalArgumentException
    ///             if n or window is below 1, or globals is below 0 or above n
    int[][] mask(int n, int window, int globals, boolean causal);

    /// How many ones the mask has, without building it: n may be ten million.
    ///
    /// @throws IllegalArgumentException
    ///             if `mask` refuses the numbers
    long pairs(int n, int window, int globals, boolean causal);

    /// How many tokens the KV cache of causal decoding has to keep, `window + globals` but no
    /// more than n. The sum may exceed the range of int.
    ///
    /// @throws IllegalArgumentException
    ///             if `mask` refuses the numbers
    long cacheTokens(int n, int window, int globals);
}
