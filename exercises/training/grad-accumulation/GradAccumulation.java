package exercise;

/// One step of gradient descent with a gradient that was computed in pieces. Averaging as
/// in Goodfellow, Bengio and Courville (2016), section 8.1.3; clipping by the norm as in
/// Pascanu, Mikolov and Bengio (2013), algorithm 1.
public interface GradAccumulation {
    /// `w - lr * g` in a new array, where g is the mean gradient over all samples, made
    /// shorter once if its norm exceeds clipNorm. The arguments must not be modified.
    ///
    /// @param w
    ///            parameters `[n]`, n ≥ 1, all finite
    /// @param micro
    ///            gradients `[B][n]`, B ≥ 1, all finite; each is the mean over the
    ///            samples of its micro-batch
    /// @param sizes
    ///            samples in each micro-batch, `[B]`, each at least 1; their sum may
    ///            exceed the range of int
    /// @param lr
    ///            learning rate, finite and at least 0
    /// @param clipNorm
    ///            largest Euclidean norm of g, above 0; may be Infinity
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty or holds NaN or an
    ///             infinity, lengths do not fit together, or another argument is out
    ///             of its range or NaN
    double[] step(double[] w, double[][] micro, int[] sizes, double lr, double clipNorm);
}
