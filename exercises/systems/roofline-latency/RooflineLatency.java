package exercise;

/// How long a device takes at least: as long as its arithmetic or as long as its
/// memory traffic, whichever is slower, because the two overlap. Williams, Waterman
/// and Patterson (2009); for decoding with batches see Pope et al. (2022).
///
/// Units are FLOPs (two for each multiply–add), bytes, FLOP/s, byte/s and seconds.
public interface RooflineLatency {
    /// Where a piece of work lies under the roof.
    ///
    /// @param seconds
    ///            the longer one of `flops / peakFlops` and `bytes / bandwidth`
    /// @param memoryBound
    ///            whether moving the bytes takes longer than the arithmetic; false
    ///            if both take equally long
    /// @param intensity
    ///            arithmetic intensity, FLOPs for each byte
    record Roof(double seconds, boolean memoryBound, double intensity) {}

    /// @param flops
    ///            work to be done, finite and above 0
    /// @param bytes
    ///            data to be moved from or to memory, finite and above 0
    /// @param peakFlops
    ///            FLOP/s of the device at best, finite and above 0
    /// @param bandwidth
    ///            byte/s of its memory, finite and above 0
    /// @throws IllegalArgumentException
    ///             if an argument is NaN, infinite, zero or negative
    Roof roof(double flops, double bytes, double peakFlops, double bandwidth);

    /// The smallest batch, at least 1, at which a decoding step is not memory-bound: every
    /// parameter is read once and costs two FLOPs for each sequence. The KV cache does
    /// not count. A quotient up to 1e-9 above a whole number is that whole number.
    ///
    /// @param bytesPerParam
    ///            size of a stored parameter, finite and above 0: 2 for FP16, 0.5
    ///            for INT4
    /// @param peakFlops
    ///            as in `roof`; together with the other arguments such that the
    ///            batch stays below a million
    /// @param bandwidth
    ///            as in `roof`
    /// @throws IllegalArgumentException
    ///             if an argument is NaN, infinite, zero or negative
    int breakEvenBatch(double bytesPerParam, double peakFlops, double bandwidth);

    /// Tokens that a whole batch gets in a second of decoding: a step gives each sequence one
    /// token, costs two FLOPs for each parameter and sequence, reads the weights once for
    /// the batch and the KV cache of every sequence.
    ///
    /// @param weightBytes
    ///            all weights together, finite and above 0
    /// @param kvBytesPerSeq
    ///            KV cache of one sequence, finite and at least 0
    /// @param batch
    ///            sequences decoded together, any number from 1
    /// @param params
    ///            number of parameters, finite and above 0
    /// @param peakFlops
    ///            as in `roof`
    /// @param bandwidth
    ///            as in `roof`
    /// @throws IllegalArgumentException
    ///             if an argument is NaN or infinite, kvBytesPerSeq or batch is
    ///             out of its range, or another argument is zero or negative
    double decodeTokensPerSecond(double weightBytes, double kvBytesPerSeq, int batch, double params,
            double peakFlops, double bandwidth);
}
