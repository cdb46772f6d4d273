package exercise;

/// What attention moves, stores and computes, with and without FlashAttention. Dao et al.
/// (2022), algorithm 1, theorems 1 and 2, with the counts simplified as told here. All
/// results are exact, and those asked for fit into a long.
public interface FlashIoCount {
    /// Elements that one head moves between memory and chip if scores and probabilities
    /// are written out: read Q and K, write S; read S, write P; read P and V, write O.
    ///
    /// @param n
    ///            length of the sequence, at least 1
    /// @param d
    ///            dimension of the head, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long naiveElements(int n, int d);

    /// The same for FlashAttention: K and V once, and for each block of K and V all of Q,
    /// O, l and m to read and all of O, l and m to write. A block has as many rows as fit
    /// into a quarter of the chip's memory, at least 1; the last one may have fewer.
    ///
    /// @param sram
    ///            elements for which the chip has room, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long flashElements(int n, int d, int sram);

    /// Bytes of S and P together, of all heads of a batch.
    ///
    /// @param b
    ///            sequences, at least 1
    /// @param h
    ///            heads, at least 1
    /// @param n
    ///            length of the sequences, at least 1
    /// @param elemBytes
    ///            bytes of a stored number, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long scoreBytes(int b, int h, int n, int elemBytes);

    /// Bytes that FlashAttention stores instead: l and m, one number of 4 bytes each for
    /// every row of every head.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long flashExtraBytes(int b, int h, int n);

    /// Operations of both matrix products of all heads, two for each multiplication with
    /// its addition; the same with and without FlashAttention.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    long attentionFlops(int b, int h, int n, int d);
}
