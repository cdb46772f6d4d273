package exercise;

/// Attention of a whole batch with all its heads, on tensors that are flattened row by
/// row, and with a mask that is added to the scores. Vaswani et al. (2017), section 3.2.
public interface EinsumAttention4d {
    /// For each batch entry and head, `softmax(q · kᵀ / √d + mask) · v`, where the softmax
    /// is over the keys. A query whose masked scores are all −∞ gets zeros. Scores up to
    /// ±1000 must not overflow or underflow. The arguments must not be modified, and the
    /// result is a new array.
    ///
    /// @param q
    ///            queries `[b][h][n][d]`, all finite
    /// @param k
    ///            keys `[b][h][m][d]`, all finite
    /// @param v
    ///            values `[b][h][m][dv]`, all finite
    /// @param mask
    ///            null = nothing is added; else `[n][m]` for all batch entries and heads,
    ///            `[b][n][m]` for all heads, or `[b][h][n][m]`, recognised by its length;
    ///            entries are finite or −∞
    /// @param b
    ///            batch entries
    /// @param h
    ///            heads
    /// @param n
    ///            queries of a head
    /// @param m
    ///            keys of a head
    /// @param d
    ///            numbers in a query or key
    /// @param dv
    ///            numbers in a value
    /// @return `[b][h][n][dv]`, flattened like the arguments
    /// @throws IllegalArgumentException
    ///             if q, k or v is null or empty or holds NaN or an infinity, one of the six
    ///             sizes is below 1, the length of q, k or v is not the product of its sizes
    ///             (which may exceed the range of int), or mask is not null and has none of
    ///             its three lengths or holds NaN or +∞
    double[] attend(double[] q, double[] k, double[] v, double[] mask, int b, int h, int n, int m, int d,
            int dv);
}
