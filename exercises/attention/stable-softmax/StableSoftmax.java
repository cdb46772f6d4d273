package exercise;

/// The softmax of a vector, its logarithm, and the logarithm of the sum of exponentials,
/// without overflow and without underflow. Goodfellow, Bengio and Courville (2016),
/// section 4.1.
///   Entries of -Infinity stand for what is masked. Finite entries are within ±2000 in
/// all calls, which need not be checked.
public interface StableSoftmax {
    /// `exp(z_i) / Σ exp(z_j)`; 0 for entries of -Infinity. The argument must not be
    /// modified, and the result is another array.
    ///
    /// @param z
    ///            `[n]`, n ≥ 1, finite or -Infinity, at least one finite
    /// @throws IllegalArgumentException
    ///             if z is null or empty, holds NaN or +Infinity, or is -Infinity
    ///             throughout
    double[] softmax(double[] z);

    /// `z_i − ln Σ exp(z_j)`, the logarithm of the softmax, also where the softmax is too
    /// small for a double; -Infinity for entries of -Infinity. Argument and errors as in
    /// [#softmax].
    double[] logSoftmax(double[] z);

    /// `ln Σ exp(z_j)`. Argument and errors as in [#softmax].
    double logSumExp(double[] z);
}
