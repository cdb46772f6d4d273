package exercise;

/// Four ways to choose the range that a quantizer covers, from activations seen in
/// calibration. Wu et al. (2020); the moving average as in PyTorch's
/// MovingAverageMinMaxObserver.
///
/// All methods take the batches as `[batch][value]`: at least one batch, none empty, of any
/// lengths, all values finite and of a magnitude up to 1e6. They must not be modified.
public interface CalibrateRange {
    /// What the quantizer shall cover.
    record Range(double lo, double hi) {}

    /// The smallest and the largest value of all batches.
    ///
    /// @throws IllegalArgumentException
    ///             if batches or a batch is null or empty, or a value is NaN or infinite
    Range minMax(double[][] batches);

    /// The first batch gives its minimum and maximum; every later one moves both towards its
    /// own: `lo += c * (min - lo)`, `hi += c * (max - hi)`.
    ///
    /// @param c
    ///            weight of a later batch, above 0, at most 1
    /// @throws IllegalArgumentException
    ///             as above, or if c is NaN or out of its range
    Range movingAverage(double[][] batches, double c);

    /// From the quantile `1 - p / 100` of all values together to the quantile `p / 100`. The
    /// quantile of q lies at position `q * (n - 1)` of the n sorted values, counted from 0;
    /// between two positions it is interpolated linearly.
    ///
    /// @param p
    ///            above 50, at most 100
    /// @throws IllegalArgumentException
    ///             as above, or if p is NaN or out of its range
    Range percentile(double[][] batches, double p);

    /// The symmetric range `(-c, c)` whose quantizer reproduces the values best. Candidates are
    /// `c = A * i / steps` for i from 1 to steps, where A is the largest magnitude of all values; of
    /// each, the mean of `(x - clip(rne(x / s), -qmax, qmax) * s)²` over all values is taken,
    /// with `qmax = 2^(bits-1) - 1` and `s = c / qmax`; rne rounds half to even. The smallest
    /// wins, of equal ones the larger c. Values that are all 0 give (0, 0).
    ///
    /// @param bits
    ///            width of a code, 2 to 16
    /// @param steps
    ///            number of candidates, at least 1
    /// @throws IllegalArgumentException
    ///             as above, or if bits or steps is out of its range
    Range mseOptimal(double[][] batches, int bits, int steps);
}
