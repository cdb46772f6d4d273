package exercise;

/// Speculative decoding: a small model drafts tokens, the target model verifies them in
/// one pass, and the output is distributed as if the target had sampled it. Leviathan et
/// al. (2023), sections 2 and 3. p always belongs to the target and q to the draft model.
///   A distribution is an array of V ≥ 1 finite numbers, none negative, whose sum is 1 up
/// to 1e-9. Whatever is none is refused with IllegalArgumentException, and so are null,
/// empty arrays and distributions of different widths. Arguments are never modified.
public interface SpeculativeSampling {
    /// The probability that a token drawn from q is accepted, `Σ min(p, q)`.
    double acceptRate(double[] p, double[] q);

    /// What is sampled from after a rejection: `max(p - q, 0)` divided by its sum, or p if
    /// that sum is 0. In an array of its own.
    double[] residual(double[] p, double[] q);

    /// Tokens that a pass of the target yields on average, `1 + α + … + α^γ`.
    ///
    /// @param alpha
    ///            acceptance rate, at least 0 and at most 1
    /// @param gamma
    ///            drafted tokens, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    double expectedTokens(double alpha, int gamma);

    /// How many times as fast decoding becomes: the expected tokens divided by `γc + 1`.
    ///
    /// @param c
    ///            time of a pass of the draft model in passes of the target, finite and at
    ///            least 0
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    double speedup(double alpha, int gamma, double c);

    /// Verifies a draft. Token x at place i is accepted if and only if
    /// `u[i] < min(1, p[i][x] / q[i][x])`. The first one that is not is replaced by a sample
    /// of the residual of `p[i]` and `q[i]`, and everything after it is dropped; if all are
    /// accepted, a sample of the last row of p follows. A sample is the smallest index at
    /// which the running sum exceeds uLast, or the last one of positive probability if none
    /// does.
    ///
    /// @param draft
    ///            `[γ]`, tokens in `0 … V-1`, γ ≥ 1
    /// @param p
    ///            `[γ + 1]`, a distribution for each place and one for the token after them
    /// @param q
    ///            `[γ]`, what each drafted token was drawn from, above 0 there
    /// @param u
    ///            `[γ]`, each at least 0 and below 1
    /// @param uLast
    ///            at least 0 and below 1
    /// @return accepted tokens and the one sampled
    /// @throws IllegalArgumentException
    ///             also if lengths do not fit together, a token or a random number is out of
    ///             its range, or `q[i][draft[i]]` is 0 anywhere
    int[] verify(int[] draft, double[][] p, double[][] q, double[] u, double uLast);
}
