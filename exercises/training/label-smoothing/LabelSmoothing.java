package exercise;

/// Cross-entropy with smoothed labels, and its gradient. Every class gets ε/K of the
/// target's mass, the true one included, and the true one the remaining 1 − ε on top.
/// Szegedy et al. (2016), section 7.
public interface LabelSmoothing {
    /// Mean over the B rows of the cross-entropy between smoothed label and softmax.
    /// Logits up to ±10000 must not overflow. The arguments must not be modified.
    ///
    /// @param logits
    ///            `[B][K]`, all finite, B ≥ 1, K ≥ 1
    /// @param labels
    ///            `[B]`, each in `0 … K-1`
    /// @param eps
    ///            how much of the mass is spread over all classes, `0 ≤ eps < 1`
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, the matrix is
    ///             ragged or holds NaN or an infinity, there is not one label for
    ///             each row, or a label or eps is out of its range or NaN
    double loss(double[][] logits, int[] labels, double eps);

    /// The derivatives of [#loss] with respect to the logits, `[B][K]`, in new arrays.
    /// Arguments and errors as there.
    double[][] grad(double[][] logits, int[] labels, double eps);
}
