package exercise;

/// Weight sharing: all weights of a cluster are stored as one centroid, found by k-means in
/// one dimension and trained by the sum of their gradients. Han, Mao and Dally (2016),
/// "Deep Compression", section 3 and figure 3.
public interface KmeansCodebook {
    /// @param centroids
    ///            `[k]`, in the order in which they were initialised
    /// @param assign
    ///            the centroid of each weight, as of the last assignment pass
    /// @param iters
    ///            the number of assignment passes, the last one included even if it changed
    ///            nothing
    record Codebook(double[] centroids, int[] assign, int iters) {}

    /// Centroid i starts at `min + (max - min) * i / (k - 1)`, a single one in the middle of
    /// min and max. Each pass assigns every weight to its nearest centroid, of two equally
    /// near ones to that with the lower index. If no assignment has changed since the pass
    /// before, the search is over; otherwise every centroid becomes the mean of its weights,
    /// and one without weights stays where it is. There are at most `maxIter` passes, and
    /// centroids are updated after the last one too, unless it changed nothing.
    ///
    /// The argument must not be modified.
    ///
    /// @param w
    ///            weights, finite
    /// @param k
    ///            number of centroids, from 1 to the number of weights
    /// @param maxIter
    ///            at least 1
    /// @throws IllegalArgumentException
    ///             if w is null or empty or holds NaN or an infinity, or k or maxIter is out
    ///             of range
    Codebook fit(double[] w, int k, int maxIter);

    /// The gradient of each centroid: the sum of the gradients of its weights, 0 if it has
    /// none. The arguments must not be modified.
    ///
    /// @param assign
    ///            the centroid of each weight, each in `0 … k-1`
    /// @param grad
    ///            the gradient of each weight, finite
    /// @param k
    ///            number of centroids, at least 1; may exceed the number of weights
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, the two differ in length, a gradient is NaN
    ///             or infinite, k is below 1 or an index lies outside `0 … k-1`
    double[] centroidGrad(int[] assign, double[] grad, int k);
}
