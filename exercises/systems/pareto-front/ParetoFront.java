package exercise;

/// Compressed variants of a model, each with a size, the smaller the better, and a
/// quality, the higher the better. Deb (2001), section 2.4, for dominance; Zitzler and
/// Thiele (1999) for the hypervolume. Arguments are never modified.
public interface ParetoFront {
    /// The variants that no other dominates. One variant dominates another if it is not
    /// larger and not worse, and smaller or better; so equal variants do not dominate
    /// each other.
    ///
    /// @param size
    ///            `[n]`, all finite, n ≥ 1
    /// @param quality
    ///            `[n]`, all finite
    /// @return indices, by size and for equal sizes by index
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or a number is NaN or
    ///             infinite
    int[] front(double[] size, double[] quality);

    /// The smallest variant that is good enough; among equally small ones the best, and
    /// among equal ones that with the lowest index.
    ///
    /// @param minQuality
    ///            quality that is just good enough; may be infinite
    /// @return an index, or -1 if none is good enough
    /// @throws IllegalArgumentException
    ///             as for [#front], or if minQuality is NaN
    int pick(double[] size, double[] quality, double minQuality);

    /// The area that the variants dominate above and to the left of a reference: that of
    /// the union of the rectangles `[size, refSize] × [refQuality, quality]` of those that
    /// are smaller than refSize and better than refQuality; 0 if there are none.
    ///
    /// @param refSize
    ///            finite
    /// @param refQuality
    ///            finite
    /// @throws IllegalArgumentException
    ///             as for [#front], or if a reference is NaN or infinite
    double hypervolume(double[] size, double[] quality, double refSize, double refQuality);
}
