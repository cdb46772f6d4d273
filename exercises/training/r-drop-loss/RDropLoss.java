package exercise;

/// Loss of R-Drop: each sample goes through the network twice, with two dropout masks;
/// both passes are to get the label right and to agree with each other. Liang et al.
/// (2021), equations 1 to 4.
public interface RDropLoss {
    /// The loss and what it is made of.
    ///
    /// @param nll
    ///            mean over the batch of `-ln p1[y] - ln p2[y]`, the sum of both passes
    /// @param kl
    ///            mean over the batch of half of KL(p1 ‖ p2) + KL(p2 ‖ p1)
    /// @param total
    ///            `nll + alpha * kl`
    record Parts(double nll, double kl, double total) {}

    /// Means are taken over the B rows. Logits up to ±10000 must not overflow. The
    /// arguments must not be modified.
    ///
    /// @param logits1
    ///            logits of the first pass, `[B][K]`, B ≥ 1, K ≥ 1, all finite
    /// @param logits2
    ///            logits of the second pass, of the same shape, all finite
    /// @param labels
    ///            `[B]`, each in `0 … K-1`
    /// @param alpha
    ///            weight of the divergence, finite and at least 0
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is
    ///             ragged or holds NaN or an infinity, shapes or lengths differ, a
    ///             label or alpha is out of its range
    Parts loss(double[][] logits1, double[][] logits2, int[] labels, double alpha);
}
