package exercise;

/// One head of attention: every query takes a weighted mean of the values, with
/// weights from the softmax of its scaled scores. Vaswani et al. (2017), section
/// 3.2.1; blocked keys as in section 3.2.3.
public interface ScaledDotAttention {
    /// What attention returns.
    ///
    /// @param out
    ///            `[n][dv]`, the weights times the values
    /// @param weights
    ///            `[n][m]`, one row for each query: 0 for blocked keys, summing
    ///            to 1, or all 0 if every key is blocked
    record Attn(double[][] out, double[][] weights) {}

    /// `softmax(q · kᵀ / √d) · v`, where d is the dimension of the keys and blocked keys
    /// have the score −∞. A query that may attend to no key gets zeros in both results.
    /// Scores up to ±1000 must not overflow or underflow. The arguments must not be
    /// modified, and the results share no array with them.
    ///
    /// @param q
    ///            queries `[n][d]`, all finite, n ≥ 1, d ≥ 1
    /// @param k
    ///            keys `[m][d]`, all finite, m ≥ 1
    /// @param v
    ///            values `[m][dv]`, all finite, dv ≥ 1
    /// @param mask
    ///            `[n][m]`, 1 = this query may attend to this key, 0 = blocked;
    ///            null = no mask
    /// @throws IllegalArgumentException
    ///             if q, k, v or a row of any argument is null or empty, a matrix is
    ///             ragged or holds NaN or an infinity, shapes do not fit together,
    ///             or the mask holds anything but 0 and 1
    Attn attend(double[][] q, double[][] k, double[][] v, int[][] mask);
}
