package exercise;

/// What one step of regularisation does to weights, for a step size `lr` and a strength
/// `lambda`; everywhere `tau = lr * lambda`. Soft thresholds and their group version are
/// proximal operators: Parikh and Boyd (2014), chapter 6; the group lasso for pruning:
/// Wen et al. (2016). No argument may be modified, and no result shares an array with
/// one.
///
/// In all three methods an `IllegalArgumentException` refuses weights or rows that are
/// null or empty, a ragged matrix, NaN and infinities among the weights, and an `lr` or a
/// `lambda` that is negative, NaN or infinite.
public interface L1ProxShrink {
    /// `sign(w) * max(|w| - tau, 0)` for each weight; exactly +0.0 where `|w| <= tau`.
    double[] l1(double[] w, double lr, double lambda);

    /// `w * (1 - tau)` for each weight.
    ///
    /// @throws IllegalArgumentException
    ///             also if `tau` is 1 or more
    double[] l2(double[] w, double lr, double lambda);

    /// Each row is a group and becomes `row * max(0, 1 - tau / norm)`, with the row's
    /// Euclidean norm; a row of zeros stays as it is.
    double[][] groupL2(double[][] w, double lr, double lambda);
}
