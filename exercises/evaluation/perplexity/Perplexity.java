package exercise;

/// How well a language model predicts a text. Perplexity is the exponential of the
/// mean negative log-likelihood of a token, Jelinek et al. (1977); bits per byte is
/// the same likelihood, in a unit that does not depend on the tokenizer.
public interface Perplexity {
    /// The exponential of the mean of `-ln softmax(logits[t])[targets[t]]` over the
    /// positions that are not ignored. Row t already belongs to target t: nothing is
    /// shifted. Logits up to ±10000 must not overflow on the way; if the perplexity itself
    /// is too large for a double, it is positive infinity. The arguments must not be
    /// modified.
    ///
    /// @param logits
    ///            `[N][V]`, N ≥ 1, V ≥ 1, all finite, in ignored rows too
    /// @param targets
    ///            `[N]`, each in `0 … V-1`, or -100 for a position that does not count;
    ///            at least one does
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, the logits are ragged or hold
    ///             NaN or an infinity, lengths differ, a target is out of its range, or
    ///             every position is ignored
    double fromLogits(double[][] logits, int[] targets);

    /// Perplexity of several documents taken as one text: the exponential of the sum of
    /// `nllSums` over the sum of `tokens`. Positive infinity if that is too large for a
    /// double. The arguments must not be modified.
    ///
    /// @param nllSums
    ///            negative log-likelihood of each document, the sum over its tokens in
    ///            nats, finite and at least 0
    /// @param tokens
    ///            tokens of each document, at least 1; their sum need not fit an int
    /// @throws IllegalArgumentException
    ///             if an array is null or empty, lengths differ, or an entry is out of
    ///             its range
    double corpus(double[] nllSums, int[] tokens);

    /// Bits that the model needs for one byte of the text: `nllSum / (ln 2 · bytes)`.
    ///
    /// @param nllSum
    ///            negative log-likelihood of the whole text in nats, finite and at least 0
    /// @param bytes
    ///            length of the text in bytes, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    double bitsPerByte(double nllSum, long bytes);
}
