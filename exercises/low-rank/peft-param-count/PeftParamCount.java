package exercise;

/// How many parameters are trained when a model itself stays frozen: low-rank updates (Hu
/// et al. 2022), prompts in front of the input (Lester et al. 2021) and prefixes in every
/// layer (Li and Liang 2021). All counts fit into a long.
public interface PeftParamCount {
    /// LoRA: every listed matrix of every layer gets a factor of r rows and one of r
    /// columns. The arguments must not be modified.
    ///
    /// @param layers
    ///            at least 1; each has all of the listed matrices
    /// @param dIn
    ///            widths of the inputs of the matrices, each at least 1
    /// @param dOut
    ///            widths of their outputs, in the same order, each at least 1
    /// @param r
    ///            rank, at least 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, their lengths differ, or a number is less
    ///             than 1
    long lora(int layers, int[] dIn, int[] dOut, int r);

    /// Prompt tuning: one vector for each token, at the input only.
    ///
    /// @param tokens
    ///            at least 1
    /// @param d
    ///            width of the model, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    long prompt(int tokens, int d);

    /// Prefix tuning: a key and a value for each token, in every layer, and no network that
    /// produces them.
    ///
    /// @param tokens
    ///            at least 1
    /// @param layers
    ///            at least 1
    /// @param d
    ///            width of a key over all heads, and of a value; at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    long prefix(int tokens, int layers, int d);

    /// What percentage of the frozen model the trained parameters are.
    ///
    /// @param trainable
    ///            at least 1
    /// @param base
    ///            parameters of the frozen model alone, at least 1
    /// @return 100 for as many trained parameters as frozen ones
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    double percent(long trainable, long base);
}
