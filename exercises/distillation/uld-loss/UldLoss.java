package exercise;

/// Distillation between models with different vocabularies: words cannot be matched, but
/// the shapes of two distributions can, largest probability with largest probability.
/// Boizard et al. (2024); the term that compares the distributions only, without
/// cross-entropy and without weights.
public interface UldLoss {
    /// The mean, over positions, of Σ |a_i − b_i|, where a and b are the softmax of the
    /// student's and of the teacher's row, each sorted from large to small, the shorter one
    /// continued with zeros. Logits up to ±10000 must not overflow. The arguments must not
    /// be modified.
    ///
    /// @param student
    ///            logits `[n][V_s]`, one row for each position, all finite, n ≥ 1, V_s ≥ 1
    /// @param teacher
    ///            logits `[n][V_t]` of the same positions, all finite, V_t ≥ 1; V_t may be
    ///            less than, equal to or more than V_s
    /// @return between 0 and 2
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, or the numbers of rows differ
    double loss(double[][] student, double[][] teacher);
}
