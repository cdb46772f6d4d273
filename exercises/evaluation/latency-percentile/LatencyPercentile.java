package exercise;

/// Percentiles of latencies by two definitions, and an alert on the 99th percentile of
/// latency together with mean power. Hyndman and Fan (1996) call the two definitions
/// type 1 and type 7.
public interface LatencyPercentile {
    /// Nearest rank: of the n values in ascending order the one of rank
    /// `max(1, ⌈p · n − 1e-9⌉)`, counted from 1. The 1e-9 absorbs what double arithmetic
    /// adds to a whole number. The argument must not be modified.
    ///
    /// @param x
    ///            the values in any order, n ≥ 1, all finite
    /// @param p
    ///            above 0 and at most 1; not a percentage
    /// @throws IllegalArgumentException
    ///             if x is null or empty or holds NaN or an infinity, or p is out of its
    ///             range or NaN
    double nearestRank(double[] x, double p);

    /// Linear interpolation: the values in ascending order stand at the positions
    /// `0 … n-1`, and the percentile is what lies at `p · (n − 1)` on the straight lines
    /// between them. The largest value for p = 1. Arguments and errors as in
    /// [#nearestRank].
    double linear(double[] x, double p);

    /// The samples at which the last `window` samples, this one included, have a nearest
    /// rank of latency for p = 0.99 above `p99Limit` and also a mean power above
    /// `powerLimit`. Not before there are `window` samples. The arguments must not be
    /// modified.
    ///
    /// @param latency
    ///            `[n]`, n ≥ 1, all finite
    /// @param power
    ///            `[n]`, all finite
    /// @param window
    ///            from 1 to n
    /// @param p99Limit
    ///            any number, infinities included, but not NaN
    /// @param powerLimit
    ///            likewise
    /// @return indices from 0, ascending; empty if there are none
    /// @throws IllegalArgumentException
    ///             if an array is null or empty or holds NaN or an infinity, lengths
    ///             differ, window is out of its range, or a limit is NaN
    int[] alerts(double[] latency, double[] power, int window, double p99Limit, double powerLimit);
}
