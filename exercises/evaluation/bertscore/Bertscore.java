package exercise;

/// How well a generated text agrees with a reference, token by token, where tokens are
/// compared by their vectors, not by their spelling. Zhang et al. (2020), section 3,
/// without the rescaling by a baseline.
public interface Bertscore {
    /// @param precision
    ///            how well the candidate's tokens are found in the reference
    /// @param recall
    ///            how well the reference's tokens are found in the candidate
    /// @param f1
    ///            the harmonic mean `2PR / (P + R)`, 0 if P + R is not above 0
    record Score(double precision, double recall, double f1) {}

    /// Every token takes the largest cosine it has with any token of the other text;
    /// precision is the weighted mean of these over the candidate, recall over the
    /// reference. Several tokens may take the same one. The arguments must not be modified.
    ///
    /// @param cand
    ///            vectors of the candidate's tokens `[c][d]`, all finite, none all zero
    /// @param ref
    ///            vectors of the reference's tokens `[r][d]`, all finite, none all zero
    /// @param idfCand
    ///            weights `[c]`, finite, at least 0, not all 0; null = all ones
    /// @param idfRef
    ///            weights `[r]`, finite, at least 0, not all 0; null = all ones
    /// @throws IllegalArgumentException
    ///             if cand, ref or a row is null or empty, a matrix is ragged or holds NaN,
    ///             an infinity or a row of zeros, the two differ in width, or weights that
    ///             are not null have another length than their text, are NaN, infinite or
    ///             negative, or add up to 0
    Score score(double[][] cand, double[][] ref, double[] idfCand, double[] idfRef);
}
