package exercise;

/// Which precision each layer gets when the whole model has to fit a budget. Dong et al.
/// (2019), HAWQ, and Cai et al. (2020), ZeroQ, choose widths by such sensitivities.
public interface MixedPrecisionAlloc {
    /// One choice for every layer, so that the costs add up to at most `budget` and the
    /// sum of the losses is as small as any allocation within the budget can make it. Among
    /// equally good allocations the lexicographically smallest is returned: the smaller
    /// choice in layer 0, then in layer 1, and so on, whatever it costs. The arguments must
    /// not be modified.
    ///
    /// @param cost
    ///            `[layer][choice]`, whole units ≥ 1, in any order; layers may differ in
    ///            their number of choices, but each has at least one. The largest costs of
    ///            all layers add up to 100 000 at most wherever an answer exists
    /// @param loss
    ///            of the same shape, finite, of either sign; multiples of 1/1024, so that
    ///            sums are exact in double
    /// @param budget
    ///            units for all layers together, up to 10⁹, which may be far more than can
    ///            be spent
    /// @return the index of the choice, one for each layer
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, the two shapes differ,
    ///             a cost is below 1, a loss is NaN or infinite, or no allocation fits the
    ///             budget (so a negative budget never does)
    int[] allocate(int[][] cost, double[][] loss, int budget);
}
