package exercise;

/// How far the attention of a student is from that of its teacher, in two ways: as the
/// squared error of the raw scores (Jiao et al. 2020, TinyBERT, equation 7) or as the
/// divergence of the distributions they turn into (Wang et al. 2020, MiniLM, section 3.1).
public interface AttentionMapDistill {
    /// The mean of (s − t)² over all entries of all heads. The scores are compared as
    /// they are, before any softmax. The arguments must not be modified.
    ///
    /// @param s
    ///            scores of the student `[heads][n][n]`, one row for each query, all
    ///            finite, heads ≥ 1, n ≥ 1
    /// @param t
    ///            scores of the teacher, of the same shape, all finite
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, a head is not square or holds NaN or an
    ///             infinity, or shapes differ
    double mseScores(double[][][] s, double[][][] t);

    /// The mean, over the heads and the valid queries, of KL(teacher ‖ student) between
    /// the softmax of their rows. The softmax is taken over the valid keys alone, so that
    /// it sums to 1 there. Scores of padded queries and keys may have any finite value,
    /// which has no effect at all; those of valid ones may reach ±10000 and must neither
    /// overflow nor underflow. The arguments must not be modified.
    ///
    /// @param s
    ///            scores of the student, as for [#mseScores]
    /// @param t
    ///            scores of the teacher, as for [#mseScores]
    /// @param mask
    ///            `[n]`, 1 = valid, 0 = padding, at least one 1; token i is both query i
    ///            and key i
    /// @throws IllegalArgumentException
    ///             as for [#mseScores], or if the mask is null, not of length n, or
    ///             holds anything but 0 and 1, or no 1
    double klMaps(double[][][] s, double[][][] t, int[] mask);
}
