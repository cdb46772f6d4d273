package exercise;

/// What the KV cache of a decoder takes, contiguous or in pages. Pope et al. (2022),
/// section 2; Kwon et al. (2023), sections 3 and 4. All results are exact, and those
/// asked for fit into their types.
public interface KvCacheSize {
    /// Bytes of the keys and the values of all layers, for a batch of sequences of one
    /// length.
    ///
    /// @param layers
    ///            layers that have attention, at least 1
    /// @param kvHeads
    ///            heads of keys and values, not of queries, at least 1
    /// @param headDim
    ///            dimension of a head, at least 1
    /// @param seq
    ///            tokens of each sequence, at least 1
    /// @param batch
    ///            sequences, at least 1
    /// @param elemBytes
    ///            bytes of a stored number, at least 1
    /// @throws IllegalArgumentException
    ///             if any argument is below 1
    long bytes(int layers, int kvHeads, int headDim, int seq, int batch, int elemBytes);

    /// Bytes of the blocks that sequences of different lengths occupy. Every sequence has
    /// blocks of its own, and a block that is begun is occupied as a whole. The arguments
    /// must not be modified.
    ///
    /// @param seqs
    ///            tokens of each sequence, at least one sequence, each at least 1
    /// @param block
    ///            tokens for which a block has room, at least 1
    /// @throws IllegalArgumentException
    ///             if seqs is null or empty, or any number is below 1
    long pagedBytes(int layers, int kvHeads, int headDim, int[] seqs, int block, int elemBytes);

    /// The largest batch of sequences of length seq, stored contiguously, whose cache
    /// takes at most budget bytes; 0 if not even one fits.
    ///
    /// @param budget
    ///            bytes, at least 0
    /// @throws IllegalArgumentException
    ///             if budget is negative, or any other argument is below 1
    int maxBatch(long budget, int layers, int kvHeads, int headDim, int seq, int elemBytes);
}
