package exercise;

/// Whether a classifier is as often right as it says: samples are put into bins by
/// confidence, and in each bin the accuracy is compared with the mean confidence.
/// Guo et al. (2017), section 2; Naeini et al. (2015).
///   The confidence of a sample is its largest probability, and its prediction the
/// class that has it, the lowest one of several. There are M bins of equal width,
/// from 0 to M-1; bin b holds the confidences above `b/M` and up to `(b+1)/M`, that
/// is bin `⌈confidence · M⌉ − 1`, and the last bin those that rounding has put above
/// 1.
public interface ExpectedCalibrationError {
    /// The distance between accuracy and mean confidence of a bin, averaged over the bins
    /// with their shares of the samples for weights. The arguments must not be modified.
    ///
    /// @param prob
    ///            probabilities `[N][K]`, N ≥ 1, K ≥ 1, each at least 0, of a sum of 1
    ///            in each row, give or take 1e-6
    /// @param labels
    ///            `[N]`, the true classes, each in `0 … K-1`
    /// @param bins
    ///            number of bins M, at least 1; at most a million, which need not be
    ///            checked
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, the probabilities are ragged or
    ///             hold NaN or an infinity, lengths do not fit together, or an argument is
    ///             out of its range
    double ece(double[][] prob, int[] labels, int bins);

    /// The largest distance between accuracy and mean confidence of a bin, of those that
    /// hold a sample. Arguments and errors as in [#ece].
    ///
    /// @return from 0 to 1
    double mce(double[][] prob, int[] labels, int bins);
}
