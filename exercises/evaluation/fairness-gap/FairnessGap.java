package exercise;

/// How differently a binary classifier treats groups of people: the largest gap
/// between their selection rates, and the largest gap between their error rates,
/// "equalized odds" of Hardt, Price and Srebro (2016).
public interface FairnessGap {
    /// The largest minus the smallest selection rate of a group, the mean of `yhat` over
    /// its samples. 0 for a single group. The arguments must not be modified.
    ///
    /// @param yhat
    ///            `[N]`, the decisions, N ≥ 1, each 0 or 1
    /// @param group
    ///            `[N]`, the group of each sample, any int at all
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or a decision is neither
    ///             0 nor 1
    double demographicParity(int[] yhat, int[] group);

    /// The larger of two gaps, each the largest minus the smallest rate of a group: of the
    /// true positive rate, the mean of `yhat` where `y` is 1, and of the false positive
    /// rate, the mean of `yhat` where `y` is 0. A group takes no part in a gap whose rate
    /// is 0/0 for it; a gap between fewer than two groups is 0. The arguments must not be
    /// modified.
    ///
    /// @param y
    ///            `[N]`, the truth, N ≥ 1, each 0 or 1
    /// @param yhat
    ///            `[N]`, the decisions, likewise
    /// @param group
    ///            `[N]`, the group of each sample, any int at all
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or an entry of the first
    ///             two is neither 0 nor 1
    double equalizedOdds(int[] y, int[] yhat, int[] group);
}
