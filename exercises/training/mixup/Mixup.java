package exercise;

/// MixUp: every sample is blended with a partner, and so is its label. Zhang, Cisse,
/// Dauphin and Lopez-Paz (2018), section 2. The weight and the partners are arguments,
/// so nothing here is random.
public interface Mixup {
    /// A blended batch.
    ///
    /// @param x
    ///            inputs `[B][D]`
    /// @param y
    ///            soft labels `[B][K]`, each row a distribution
    record Mixed(double[][] x, double[][] y) {}

    /// Row i is lambda times sample i plus `1 - lambda` times sample `perm[i]`, for inputs
    /// and one-hot labels alike. The arguments must not be modified, and the results
    /// share no array with them.
    ///
    /// @param x
    ///            inputs `[B][D]`, all finite, B ≥ 1, D ≥ 1
    /// @param labels
    ///            `[B]`, each in `0 … classes-1`
    /// @param lambda
    ///            weight of the sample itself, `0 ≤ lambda ≤ 1`
    /// @param perm
    ///            partner of each sample: the numbers `0 … B-1`, each once
    /// @param classes
    ///            number of classes K, at least 1
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, the matrix is
    ///             ragged or holds NaN or an infinity, lengths differ, perm is no
    ///             permutation, or another argument is out of its range or NaN
    Mixed mix(double[][] x, int[] labels, double lambda, int[] perm, int classes);

    /// Mean over the B rows of the cross-entropy between soft label and softmax. Logits up
    /// to ±10000 must not overflow. The arguments must not be modified.
    ///
    /// @param logits
    ///            `[B][K]`, all finite, B ≥ 1, K ≥ 1
    /// @param y
    ///            soft labels of the same shape, none negative; each row sums to 1
    ///            within 1e-9
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged
    ///             or holds NaN or an infinity, shapes differ, or a row of y is no
    ///             distribution
    double loss(double[][] logits, double[][] y);
}
