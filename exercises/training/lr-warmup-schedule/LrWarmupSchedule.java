package exercise;

/// Learning rates that rise linearly from 0 and then decay, as in the schedulers of
/// Hugging Face Transformers.
public interface LrWarmupSchedule {
    /// `ratio * total`, rounded up; an excess over a whole number of up to 1e-9 is taken
    /// for an error of the multiplication and does not count.
    ///
    /// @param total
    ///            number of steps, at least 1
    /// @param ratio
    ///            share of the steps, `0 ≤ ratio ≤ 1`
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range or NaN
    int warmupSteps(int total, double ratio);

    /// The learning rates of the steps `0 … total-1`. Step t of the warm-up has
    /// `base * t / warmup`; afterwards, with `p = (t - warmup) / (total - warmup)`, it is
    /// base times `1 - p`, times `(1 + cos(π p)) / 2`, or base itself.
    ///
    /// @param base
    ///            the rate at the peak, finite and above 0
    /// @param total
    ///            number of steps, at least 1
    /// @param warmup
    ///            number of steps before the peak, `0 ≤ warmup ≤ total`
    /// @param kind
    ///            `linear`, `cosine` or `constant`, in lower case
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range, NaN or null, or kind is none
    ///             of the three
    double[] schedule(double base, int total, int warmup, String kind);
}
