package exercise;

/// The router of a mixture of experts. The choice of k experts follows Shazeer et al.
/// (2017), section 2.1, with weights as in Jiang et al. (2024), section 2; the balance
/// loss is that of Fedus, Zoph and Shazeer (2022), section 2.2.
public interface MoeTopkRouter {
    /// Where the tokens go.
    ///
    /// @param expert
    ///            `[T][k]`, the chosen experts of each token, the largest logit first
    /// @param weight
    ///            `[T][k]`, their weights, summing to 1 for each token
    record Route(int[][] expert, double[][] weight) {}

    /// The k experts with the largest logits, the lower number first among equals; weights
    /// are the softmax over these k logits alone. Logits up to ±10000 must not overflow.
    /// The arguments must not be modified.
    ///
    /// @param logits
    ///            `[T][E]`, T ≥ 1, E ≥ 1, all finite
    /// @param k
    ///            `1 … E`
    /// @throws IllegalArgumentException
    ///             if the matrix or one of its rows is null or empty, ragged or holds NaN
    ///             or an infinity, or k is out of its range
    Route route(double[][] logits, int k);

    /// Which choices are kept (1) and which are dropped (0) because their expert is full.
    /// An expert takes up to `ceil(capacityFactor * k * T / experts - 1e-9)` tokens. First
    /// choices of all tokens come first, in the order of tokens, then all second
    /// choices, and so on.
    ///
    /// @param expert
    ///            chosen experts `[T][k]`, T ≥ 1, k ≥ 1, each in `0 … experts-1`
    /// @param experts
    ///            number of experts E, at least 1
    /// @param capacityFactor
    ///            finite and above 0
    /// @throws IllegalArgumentException
    ///             if the matrix or one of its rows is null or empty or it is ragged, or a
    ///             number is out of its range
    int[][] dispatch(int[][] expert, int experts, double capacityFactor);

    /// E times the sum over experts of the fraction of tokens whose largest logit is
    /// theirs (the lower number among equals) times their mean softmax probability.
    ///
    /// @param logits
    ///            as for [#route]
    double balanceLoss(double[][] logits);

    /// Parameters that one token uses: those of k experts and the shared ones.
    ///
    /// @param experts
    ///            number of experts, at least 1
    /// @param k
    ///            experts chosen for a token, `1 … experts`
    /// @param expertParams
    ///            parameters of one expert, finite and at least 0
    /// @param sharedParams
    ///            parameters outside the experts, finite and at least 0
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range or NaN
    double activeParams(int experts, int k, double expertParams, double sharedParams);
}
