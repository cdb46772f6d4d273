package exercise;

/// Soft labels: the softmax at a temperature, how uncertain it is, and the temperature
/// that makes it as uncertain as wanted. Hinton, Vinyals and Dean (2015), section 2.
public interface TemperatureSoftmax {
    /// The softmax of `z / T`. Logits up to ±10000 must not overflow. The argument must
    /// not be modified, and the result is another array.
    ///
    /// @param z
    ///            logits `[K]`, K ≥ 1, all finite
    /// @param T
    ///            temperature, finite and above 0; calls have it from 0.001 to 1000000
    /// @throws IllegalArgumentException
    ///             if z is null or empty or holds NaN or an infinity, or T is out of its
    ///             range
    double[] softmax(double[] z, double T);

    /// The entropy of [#softmax] in nats, `-Σ p ln p`, where `0 ln 0` is 0. Arguments and
    /// errors as in [#softmax].
    ///
    /// @return from 0 to ln K
    double entropy(double[] z, double T);

    /// The temperature from 0.001 to 1000 at which the entropy is `targetEntropy`. There is
    /// only one, as the entropy grows with the temperature unless all logits are equal.
    /// The argument must not be modified.
    ///
    /// @param z
    ///            logits `[K]`, all finite, not all equal
    /// @param targetEntropy
    ///            in nats, above 0 and below ln K, neither below the entropy at T = 0.001
    ///            nor above the one at T = 1000
    /// @return the temperature, with a relative error of at most 1e-6
    /// @throws IllegalArgumentException
    ///             if z is null or empty, holds NaN or an infinity or only equal logits, or
    ///             the target is out of its range or NaN
    double solveTemperature(double[] z, double targetEntropy);
}
