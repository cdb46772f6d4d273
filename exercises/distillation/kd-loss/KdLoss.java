package exercise;

/// Loss for distilling a classifier: cross-entropy with the hard labels plus the
/// Kullback–Leibler divergence from the teacher's softened distribution. Hinton,
/// Vinyals and Dean (2015), section 2; the factor T² is the last paragraph of
/// that section.
public interface KdLoss {
    /// The loss and what it is made of.
    ///
    /// @param total
    ///            `alpha * ce + beta * T * T * kl`
    /// @param ce
    ///            mean cross-entropy with the labels, always at temperature 1
    /// @param kl
    ///            mean KL(teacher ‖ student) at temperature T, without the
    ///            factor T²
    record Parts(double total, double ce, double kl) {}

    /// Means are taken over the B rows of the batch, not over its B·K entries. Logits
    /// up to ±10000 must not overflow. The arguments must not be modified.
    ///
    /// @param student
    ///            logits `[B][K]`, B ≥ 1, K ≥ 1, all finite
    /// @param teacher
    ///            logits of the same shape, all finite
    /// @param labels
    ///            `[B]`, each in `0 … K-1`
    /// @param T
    ///            temperature, finite and above 0
    /// @param alpha
    ///            weight of the hard term, finite and at least 0
    /// @param beta
    ///            weight of the soft term, finite and at least 0
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is
    ///             ragged or holds NaN or an infinity, shapes or lengths differ,
    ///             or another argument is out of its range
    Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta);
}
