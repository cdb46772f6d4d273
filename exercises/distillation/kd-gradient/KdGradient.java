package exercise;

/// Gradient of the distillation loss with respect to the student's logits, and what
/// becomes of it at high temperature. Hinton, Vinyals and Dean (2015), section 2.1,
/// equations 2 to 4; unlike there, the loss carries the factor T², which the end of
/// section 2 asks for.
public interface KdGradient {
    /// The derivative of `alpha * ce + beta * T * T * kl` with respect to each logit of
    /// the student; the teacher is a constant. As means over the B rows of the batch,
    /// `ce` is the cross-entropy of the student with the labels, always at temperature
    /// 1, and `kl` is KL(teacher ‖ student), both at temperature T. Logits up to ±10000
    /// must not overflow. The arguments must not be modified.
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
    /// @return `[B][K]`, a new array
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is
    ///             ragged or holds NaN or an infinity, shapes or lengths differ,
    ///             or another argument is out of its range
    double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta);

    /// What [#grad] tends to as T → ∞, for alpha = 0 and beta = 1: the limit itself, not
    /// its value at some high temperature. The arguments must not be modified.
    ///
    /// @param student
    ///            logits `[B][K]`, B ≥ 1, K ≥ 1, all finite, with any mean
    /// @param teacher
    ///            logits of the same shape, all finite, with any mean
    /// @return `[B][K]`, a new array
    /// @throws IllegalArgumentException
    ///             if an argument or one of its rows is null or empty, is ragged or
    ///             holds NaN or an infinity, or shapes differ
    double[][] highTempLimit(double[][] student, double[][] teacher);
}
