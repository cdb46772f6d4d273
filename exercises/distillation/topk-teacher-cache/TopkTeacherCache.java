package exercise;

/// Distillation from a teacher that ran once and left its k most probable words for every
/// token on disk. Tan et al. (2019), section 3.2, keep top-K distributions in this way.
public interface TopkTeacherCache {
    /// What is stored of the teacher's distribution for one token.
    ///
    /// @param index
    ///            `[k]`, words in descending order of logits, no word twice
    /// @param prob
    ///            `[k]`, their probabilities, divided by their sum
    record Cached(int[] index, double[] prob) {}

    /// The k words with the largest logits, and the softmax at temperature T over these
    /// alone. Of equal logits the one with the lower index comes first. Logits up to
    /// ±10000 must not overflow. The argument must not be modified.
    ///
    /// @param teacher
    ///            logits `[V]`, all finite, V ≥ 1
    /// @param k
    ///            `1 … V`
    /// @param T
    ///            temperature, finite and above 0
    /// @throws IllegalArgumentException
    ///             if the array is null or empty or holds NaN or an infinity, or another
    ///             argument is out of its range
    Cached cache(double[] teacher, int k, double T);

    /// T² · Σ p (ln p − ln q) over the words of the cache, where q is the student's softmax
    /// at temperature T over the WHOLE vocabulary. The cached probabilities are taken as
    /// they are; a probability of 0 adds nothing. Logits up to ±10000 must not overflow.
    /// The arguments must not be modified.
    ///
    /// @param c
    ///            at least one word, as many probabilities, each index in `0 … V-1` and
    ///            none twice, each probability finite and at least 0, their sum within
    ///            1e-6 of 1; the order does not matter
    /// @param student
    ///            logits `[V]`, all finite, V ≥ 1
    /// @param T
    ///            temperature, finite and above 0
    /// @throws IllegalArgumentException
    ///             if an argument or a component of the cache is null, empty or otherwise
    ///             not as said above
    double loss(Cached c, double[] student, double T);

    /// Size of the cache of a corpus, in bytes; it fits into a long.
    ///
    /// @param tokens
    ///            of the corpus, at least 1
    /// @param k
    ///            words kept for each token, at least 1
    /// @param idBytes
    ///            of one index, at least 1
    /// @param probBytes
    ///            of one probability, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    long bytes(long tokens, int k, int idBytes, int probBytes);
}
