package exercise;

/// Floating-point operations of a decoder's forward pass, counted by its matrix
/// products, two for each multiplication with its addition. Kaplan et al. (2020),
/// section 2.1; Hoffmann et al. (2022), appendix F. All counts asked for fit into
/// a long.
public interface TransformerFlops {
    /// One forward pass over a sequence of n tokens: in each layer the projections to
    /// queries, keys and values, the scores, the weighted values, the output projection
    /// and the FFN; after the last layer, once, the projection to the vocabulary. The
    /// causal mask saves nothing; softmax, norms and the look-up of embeddings are not
    /// counted.
    ///
    /// @param layers
    ///            at least 1
    /// @param d
    ///            dimension of the model, at least 1
    /// @param heads
    ///            query heads, a multiple of kvHeads
    /// @param kvHeads
    ///            heads of keys and values, at least 1
    /// @param headDim
    ///            dimension of a head, at least 1; `heads * headDim` may differ from d
    /// @param ffn
    ///            inner dimension of the FFN, at least 1
    /// @param vocab
    ///            size of the vocabulary, at least 1
    /// @param n
    ///            tokens, at least 1
    /// @param gated
    ///            whether the FFN has three matrices of d·ffn instead of two
    /// @throws IllegalArgumentException
    ///             if a number is below 1 or heads is no multiple of kvHeads
    long forward(int layers, int d, int heads, int kvHeads, int headDim, int ffn, int vocab, int n,
            boolean gated);

    /// How much of the operations has gone, in percent of those before; negative if
    /// they have become more.
    ///
    /// @param before
    ///            at least 1
    /// @param after
    ///            at least 0
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    double reductionPercent(long before, long after);

    /// n rows times a matrix from in to out dimensions.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long linear(int n, int in, int out);

    /// The same matrix as a product of two factors, one from in to rank dimensions and one
    /// from rank to out, applied one after the other. The rank may be any number from 1.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long lowRank(int n, int in, int out, int rank);
}
