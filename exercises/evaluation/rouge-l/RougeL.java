package exercise;

/// ROUGE-L, Lin (2004), section 3.1: how much of a reference a candidate text repeats
/// in the same order, with gaps allowed.
public interface RougeL {
    /// Length of the longest common subsequence: the largest number of tokens that can be
    /// left in both sequences, equal and in the same order, by deleting others. The
    /// arguments must not be modified.
    ///
    /// @param a
    ///            token ids, any ints, at least one
    /// @param b
    ///            likewise
    /// @throws IllegalArgumentException
    ///             if an array is null or empty
    int lcs(int[] a, int[] b);

    /// With P the share of the candidate and R the share of the reference that their
    /// longest common subsequence makes up: `(1 + β²) · P · R / (R + β² · P)`, or 0 if
    /// they have nothing in common. The arguments must not be modified.
    ///
    /// @param candidate
    ///            token ids, at least one
    /// @param reference
    ///            likewise
    /// @param beta
    ///            how much more recall counts than precision, finite and above 0; calls
    ///            have it from 0.001 to 1000, which need not be checked
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array is null or empty or beta is out of its range
    double rougeL(int[] candidate, int[] reference, double beta);

    /// The largest [#rougeL] of the candidate with one of the references. The arguments
    /// must not be modified.
    ///
    /// @param candidate
    ///            token ids, at least one
    /// @param references
    ///            at least one, of at least one token each
    /// @param beta
    ///            as in [#rougeL]
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty or beta is out of its range
    double best(int[] candidate, int[][] references, double beta);
}
