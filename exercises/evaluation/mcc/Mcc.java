package exercise;

/// Matthews' correlation coefficient of true and predicted labels, for any number of
/// classes, Gorodkin (2004): the correlation of the two labellings, written as
/// vectors with a 1 for the class and 0 elsewhere.
public interface Mcc {
    /// With N samples, of which c are right, and of class k `t_k` in truth and `p_k` in
    /// prediction: `(c·N − Σ t_k p_k) / √((N² − Σ p_k²) · (N² − Σ t_k²))`, or 0 where
    /// that is 0/0. The arguments must not be modified.
    ///
    /// @param y
    ///            `[N]`, the true labels, N ≥ 1, each in `0 … classes-1`; N is at most a
    ///            million, which need not be checked
    /// @param yhat
    ///            `[N]`, the predicted labels, likewise
    /// @param classes
    ///            number of classes, at least 2; some may occur nowhere
    /// @return from -1 to 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, `classes < 2`, or a
    ///             label is out of its range
    double mcc(int[] y, int[] yhat, int classes);
}
