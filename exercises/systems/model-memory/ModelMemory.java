package exercise;

/// What a model takes in memory, by arithmetic alone: its weights, what training
/// keeps beside them, and how many GPUs that fills. Bytes per parameter with Adam
/// and mixed precision as in Rajbhandari et al. (2020), "ZeRO", section 3.1.
public interface ModelMemory {
    /// Bytes of the weights and, if they are quantized in groups, of one scale and one
    /// zero-point for each group:
    /// `⌈params · bits / 8⌉ + ⌈⌈params / group⌉ · (scaleBits + zeroBits) / 8⌉`. The
    /// second term is 0 if `group` is 0. Exact.
    ///
    /// @param params
    ///            number of weights, from 1; up to 10¹⁵, which need not be checked
    /// @param bits
    ///            of one weight, from 1 to 64
    /// @param group
    ///            weights that share a scale and a zero-point, from 1, the last group
    ///            may be smaller; 0 = no groups
    /// @param scaleBits
    ///            of one scale, from 0; up to 64, which need not be checked
    /// @param zeroBits
    ///            of one zero-point, likewise
    /// @throws IllegalArgumentException
    ///             if an argument is below its range, or `bits` above 64; also where
    ///             there are no groups
    long weightBytes(long params, int bits, int group, int scaleBits, int zeroBits);

    /// Gigabytes of 10⁹ bytes.
    ///
    /// @throws IllegalArgumentException
    ///             if `bytes` is negative
    double gb(long bytes);

    /// Gibibytes of 2³⁰ bytes.
    ///
    /// @throws IllegalArgumentException
    ///             if `bytes` is negative
    double gib(long bytes);

    /// Bytes of weights, gradients and optimizer states in training; without
    /// activations and buffers. Exact. For each parameter:
    ///
    /// - `fp32-adam`: 16, of which weight 4, gradient 4, moments 4 + 4
    /// - `mixed-adam`: 16, of which weight 2, gradient 2, FP32 master weight 4,
    ///   moments 4 + 4
    /// - `adam8bit`: 10, of which weight 2, gradient 2, FP32 master weight 4,
    ///   moments 1 + 1
    ///
    /// @param params
    ///            number of parameters, from 1; up to 10¹⁵, which need not be checked
    /// @param mode
    ///            one of the three names, letter by letter
    /// @throws IllegalArgumentException
    ///             if `params < 1`, or `mode` is null or none of the three
    long trainBytes(long params, String mode);

    /// The smallest number of GPUs whose usable memory holds so many bytes:
    /// `⌈bytes / (gpuBytes · usable) − 1e-9⌉`. The 1e-9 absorbs what double arithmetic
    /// adds to an exact fit.
    ///
    /// @param bytes
    ///            to be held, from 0; 0 bytes need no GPU
    /// @param gpuBytes
    ///            memory of one GPU, from 1
    /// @param usable
    ///            the share of it that may be filled, above 0, at most 1; not a
    ///            percentage
    /// @return the number of GPUs; calls are such that it is at most 100 000
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range or `usable` is NaN
    int minGpus(long bytes, long gpuBytes, double usable);
}
