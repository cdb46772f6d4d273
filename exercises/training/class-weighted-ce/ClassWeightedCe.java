package exercise;

/// Cross-entropy for unbalanced classes: rare classes get larger weights, and the
/// loss is the weighted mean over the batch. The mean is the one of PyTorch's
/// `CrossEntropyLoss` with `weight` and `reduction="mean"`.
public interface ClassWeightedCe {
    /// One weight for each class, `(n_max / n_k)^power`: 1 for the largest class, more
    /// for the smaller ones. Power 0 weighs all classes alike, power 1 by the inverse of
    /// their frequency, 0.5 lies between. The argument must not be modified.
    ///
    /// @param counts
    ///            `[K]`, samples of each class in the training set, K ≥ 1, each at
    ///            least 1, in any order
    /// @param power
    ///            finite and at least 0
    /// @return `[K]`
    /// @throws IllegalArgumentException
    ///             if counts is null or empty or holds a number below 1, or power is
    ///             out of its range
    double[] weights(int[] counts, double power);

    /// The sum of `weight[labels[i]] * nll_i` over the B rows, divided by the sum of
    /// `weight[labels[i]]` over the same rows, where `nll_i` is the negative logarithm
    /// of what the softmax of row i gives to its label. Logits up to ±10000 must not
    /// overflow. The arguments must not be modified.
    ///
    /// @param logits
    ///            `[B][K]`, B ≥ 1, K ≥ 1, all finite
    /// @param labels
    ///            `[B]`, each in `0 … K-1`
    /// @param weight
    ///            `[K]`, finite and above 0, also for classes that no label names
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, the logits are ragged or hold
    ///             NaN or an infinity, lengths do not fit together, or a label or a
    ///             weight is out of its range
    double loss(double[][] logits, int[] labels, double[] weight);
}
