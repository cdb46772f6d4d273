package exercise;

/// Where to put the checkpoints when activations are recomputed in the backward pass.
/// Chen, Xu, Zhang and Guestrin (2016), section 4.
public interface GradCheckpointPlan {
    /// Peak of activations when layers of size 1 are cut into segments of equal length,
    /// the last of which may be shorter: one checkpoint for each segment, and all layers
    /// of the one segment that is being recomputed, `segments + ceil(layers / segments)`.
    ///
    /// @param layers
    ///            from 1 to 2 000 000 000
    /// @param segments
    ///            from 1 to layers
    /// @throws IllegalArgumentException
    ///             if layers is below 1, or segments below 1 or above layers
    int uniformPeak(int layers, int segments);

    /// The number of segments with the smallest [#uniformPeak], the fewest if several
    /// have it.
    ///
    /// @param layers
    ///            at least 1; tests ask for up to a million
    /// @throws IllegalArgumentException
    ///             if layers is below 1
    int bestSegments(int layers);

    /// The smallest possible sum of the largest part, when the sequence of sizes is cut
    /// into at most so many parts of neighbours. The argument must not be modified.
    ///
    /// @param sizes
    ///            activations of each layer, each at least 1; sums may exceed the range
    ///            of int
    /// @param segments
    ///            from 1 to the number of sizes
    /// @throws IllegalArgumentException
    ///             if sizes is null or empty or holds a number below 1, or segments is
    ///             out of its range
    long maxSegment(int[] sizes, int segments);
}
