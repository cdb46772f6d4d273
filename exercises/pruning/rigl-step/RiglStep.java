package exercise;

/// One change of connections in sparse training: drop the smallest weights, grow where the
/// gradient is largest. Evci et al. (2020), "Rigging the Lottery", section 3 and algorithm 1.
public interface RiglStep {
    /// What the step leaves behind.
    ///
    /// @param w
    ///            the weights, 0 wherever one was dropped or grown or is inactive
    /// @param mask
    ///            1 = active; as many as before
    /// @param dropped
    ///            positions that were dropped, ascending
    /// @param grown
    ///            positions that were grown, ascending; a position may be in both
    record Result(double[] w, int[] mask, int[] dropped, int[] grown) {}

    /// With A active positions, `k = rne(fraction * A)`, the product in double and halves to
    /// the even number. Drops the k active positions of smallest `|w|`, then grows the k
    /// positions of largest `|grad|` among all that are inactive after the drop, those just
    /// dropped included. Of equal candidates the lower position comes first, both times.
    /// Grown weights start at 0. The arguments must not be modified, and the result shares
    /// no array with them.
    ///
    /// @param w
    ///            weights, finite, 0 wherever the mask is 0
    /// @param mask
    ///            1 = active, 0 = inactive
    /// @param grad
    ///            dense gradient, finite, also where the mask is 0
    /// @param fraction
    ///            from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, a number is NaN or infinite,
    ///             the mask holds anything but 0 and 1, an inactive weight is not 0, or
    ///             fraction is NaN or out of range
    Result step(double[] w, int[] mask, double[] grad, double fraction);
}
