package exercise;

/// Which quantized model a device has room for, together with its KV cache, and for how
/// many tokens. The arithmetic of memory as in Pope et al. (2022), section 2. All results
/// are exact, and those asked for fit into their types.
public interface DeviceFit {
    /// Bytes of the weights, rounded up to a whole byte once for the whole model, and of the
    /// keys and values that all layers keep for all tokens.
    ///
    /// @param params
    ///            weights of the model, at least 1
    /// @param bitsPerWeight
    ///            bits of a weight with its share of scales, finite and above 0, not always
    ///            whole
    /// @param layers
    ///            at least 1
    /// @param kvHeads
    ///            heads of keys and values, not of queries, at least 1
    /// @param headDim
    ///            dimension of a head, at least 1
    /// @param context
    ///            tokens, at least 1
    /// @param kvBytes
    ///            bytes of a number in the KV cache, at least 1
    /// @throws IllegalArgumentException
    ///             if any argument is out of range
    long totalBytes(long params, double bitsPerWeight, int layers, int kvHeads, int headDim, int context,
            int kvBytes);

    /// The index of the option with the highest quality among those whose [#totalBytes] are at
    /// most budget; among equal qualities the one with fewer bytes, among equal bytes the
    /// one with the lower index; -1 if no option fits. The arguments must not be modified.
    ///
    /// @param budget
    ///            bytes, at least 0
    /// @param bitsPerWeight
    ///            one for each option, each finite and above 0, at least one option
    /// @param quality
    ///            one for each option, finite, of any sign; higher is better
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, the arrays differ in length, or any number
    ///             is out of range
    int choose(long budget, long params, double[] bitsPerWeight, double[] quality, int layers,
            int kvHeads, int headDim, int context, int kvBytes);

    /// The most tokens for which weights and cache together take at most budget bytes; 0 if
    /// there is no room for a token, or not even for the weights.
    ///
    /// @param budget
    ///            bytes, at least 0
    /// @throws IllegalArgumentException
    ///             if any argument is out of range
    int maxContext(long budget, long params, double bitsPerWeight, int layers, int kvHeads, int headDim,
            int kvBytes);
}
