package exercise;

/// Structured pruning of a feed-forward network: a hidden neuron goes with everything that
/// belongs to it, and the matrices really become smaller. Coupled structures: Ma et al.
/// (2023), section 3.1.
///
/// The arguments must not be modified, and the results share no array with them.
public interface FfnNeuronCompact {
    /// A network with h hidden neurons.
    ///
    /// @param w1
    ///            `[h][in]`, all finite, h ≥ 1, in ≥ 1
    /// @param b1
    ///            `[h]`, all finite
    /// @param w2
    ///            `[out][h]`, all finite, out ≥ 1
    /// @param b2
    ///            `[out]`, all finite
    record Ffn(double[][] w1, double[] b1, double[][] w2, double[] b2) {}

    /// What is left.
    ///
    /// @param ffn
    ///            the smaller network
    /// @param kept
    ///            former indices of its neurons, ascending
    record Compacted(Ffn ffn, int[] kept) {}

    /// `w2 · relu(w1 · x + b1) + b2`.
    ///
    /// @param f
    ///            the network
    /// @param x
    ///            `[in]`, all finite
    /// @throws IllegalArgumentException
    ///             if f, an array or one of its rows is null or empty, a matrix is ragged,
    ///             a number is NaN or infinite, or shapes do not fit together
    double[] forward(Ffn f, double[] x);

    /// Removes the neurons of smallest score, the norm of row j of w1 times the norm of
    /// column j of w2, both Euclidean and without biases. `ratio * h`, rounded half to
    /// even, is how many go; of equal scores the lower index goes first. With neuron j go
    /// row j of w1, entry j of b1 and column j of w2. b2 is copied as it is.
    ///
    /// @param f
    ///            the network
    /// @param ratio
    ///            share of the neurons to remove, from 0 to 1
    /// @throws IllegalArgumentException
    ///             if f is refused by `forward`, ratio is NaN or out of its range, or no
    ///             neuron would remain
    Compacted compact(Ffn f, double ratio);
}
