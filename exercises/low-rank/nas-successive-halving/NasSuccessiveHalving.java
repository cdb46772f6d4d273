package exercise;

/// Looks for the best of many architectures without training all of them to the end: train
/// all of them a little, keep the best, train these longer, and so on. After Jamieson and
/// Talwalkar (2016), algorithm 1, with epochs that grow by the factor η and training from
/// scratch in every round.
public interface NasSuccessiveHalving {
    /// What the search has found.
    ///
    /// @param winner
    ///            index of the best candidate of the last ranking
    /// @param spent
    ///            epochs trained in all, with every round from scratch
    record Result(int winner, long spent) {}

    /// A round trains every candidate that is still in for b epochs, b = r0 at first, and
    /// ranks them by `loss[i][b - 1]`; the smaller loss is better, of equal losses the lower
    /// index. The search ends after the ranking if there is only one candidate or b is the
    /// number of columns. Otherwise the best max(1, floor(candidates / eta)) stay; if that
    /// is one, the search ends without another round, else b grows by the factor eta, but
    /// not beyond the number of columns. The argument must not be modified.
    ///
    /// @param loss
    ///            `[candidates][epochs]`, the validation loss of each candidate after 1, 2, …
    ///            epochs; all finite, no dimension 0
    /// @param eta
    ///            at least 2
    /// @param r0
    ///            `1 … epochs`
    /// @throws IllegalArgumentException
    ///             if the matrix or a row is null or empty, it is ragged or holds NaN or an
    ///             infinity, or another argument is out of its range
    Result search(double[][] loss, int eta, int r0);
}
