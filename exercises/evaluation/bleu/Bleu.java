package exercise;

/// BLEU of a whole corpus, Papineni et al. (2002), section 2.3: how many n-grams of the
/// hypotheses occur in their references, and a penalty for hypotheses that are too
/// short. Add-one smoothing as in Lin and Och (2004).
public interface Bleu {
    /// `BP · exp((1/maxN) · Σ ln p_n)` over n from 1 to maxN, where `p_n` is matches over
    /// totals, both summed over the corpus:
    ///
    /// - totals: n-grams of the hypotheses; a hypothesis shorter than n has none
    /// - matches: for each hypothesis and each different n-gram in it, its count there,
    ///   but no more than its largest count in one of the references
    /// - BP: 1 if `c > r`, otherwise `exp(1 − r/c)`; c is the number of tokens of all
    ///   hypotheses, r the sum of the lengths of the references that are closest in
    ///   length, the shorter one of two that are equally close
    ///
    /// With `smooth` = `add1`, `p_n` is `(matches + 1) / (totals + 1)` for n ≥ 2; with
    /// `none` it stays as it is. The result is 0 if some `p_n` is 0 or 0/0. The arguments
    /// must not be modified.
    ///
    /// @param hyps
    ///            hypotheses as rows of token ids, any ints; at least one row, of at least
    ///            one token each
    /// @param refs
    ///            references, likewise
    /// @param owner
    ///            one for each reference: the index of the hypothesis it belongs to, in
    ///            any order; every hypothesis has at least one
    /// @param maxN
    ///            from 1; up to 100, which need not be checked
    /// @param smooth
    ///            `none` or `add1`, letter by letter
    /// @return from 0 to 1
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, there is not exactly one owner
    ///             for each reference, an owner is no index of a hypothesis, a hypothesis
    ///             has no reference, `maxN < 1`, or `smooth` is null or unknown
    double bleu(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth);
}
