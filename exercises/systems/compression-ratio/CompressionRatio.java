package exercise;

/// How much smaller a compressed model is, with everything counted that has to be
/// stored. Han, Mao and Dally (2016), section 3. Arguments are never modified.
public interface CompressionRatio {
    /// Bits before divided by bits after: above 1 if the model has become smaller. A
    /// layer that was pruned stores what it keeps, each weight with an index; a layer
    /// that keeps everything needs no index.
    ///
    /// @param params
    ///            weights of each layer, all above 0
    /// @param bitsBefore
    ///            bits of a weight of each layer before, all above 0
    /// @param bitsAfter
    ///            bits of a kept weight of each layer after, all above 0
    /// @param keep
    ///            share of the weights that each layer keeps, above 0 and at most 1
    /// @param indexBits
    ///            bits of an index, at least 0
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or a number is NaN,
    ///             infinite or out of its range
    double ratio(double[] params, double[] bitsBefore, double[] bitsAfter, double[] keep, double indexBits);

    /// The space that is saved, in percent of the space before; negative for a ratio
    /// below 1.
    ///
    /// @param ratio
    ///            finite and above 0
    /// @throws IllegalArgumentException
    ///             if ratio is out of its range
    double savingPercent(double ratio);

    /// Bits after for each weight of the original model, kept or not. The arguments are
    /// those of [#ratio], and so is what is refused.
    double bitsPerWeight(double[] params, double[] bitsAfter, double[] keep, double indexBits);

    /// The ratio for weights that share k values: each weight becomes the number of its
    /// value, in as few bits as k numbers need, and the k values are stored once, each
    /// with as many bits as a weight had.
    ///
    /// @param n
    ///            weights, at least 1
    /// @param bits
    ///            bits of a weight, at least 1
    /// @param k
    ///            shared values, at least 2
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    double codebookRatio(long n, int bits, int k);
}
