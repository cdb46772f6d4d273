package exercise;

/// Makes the hidden layer of an MLP narrower without any training: keeps the neurons with
/// the largest ridge leverage scores and lets the down projection make up for the others,
/// as a Nyström approximation does. Lin et al. (2024), MoDeGPT, algorithm 1 (type I).
public interface NystromMlp {
    /// The compressed MLP.
    ///
    /// @param kept
    ///            `[k]`, indices of the neurons that are kept, rising
    /// @param wUp
    ///            `[k][in]`, their rows of the up projection
    /// @param wDown
    ///            `[out][k]`, the new down projection
    /// @param error
    ///            squared Frobenius norm of the difference of the outputs on x
    record Result(int[] kept, double[][] wUp, double[][] wDown, double error) {}

    /// The diagonal of C (C + λI)⁻¹, where C = ZᵀZ and Z = relu(x · wUpᵀ). The arguments
    /// must not be modified.
    ///
    /// @param wUp
    ///            up projection `[h][in]`, all finite, h ≥ 1, in ≥ 1
    /// @param x
    ///            calibration inputs `[n][in]`, all finite, n ≥ 1; n may be less than h
    /// @param lambda
    ///            λ, finite and above 0
    /// @return `[h]`, each at least 0 and less than 1
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN or
    ///             an infinity, widths differ, or λ is out of its range
    double[] leverage(double[][] wUp, double[][] x, double lambda);

    /// Keeps the k neurons with the largest [#leverage]; of equal scores the lower index
    /// goes first. With K the kept neurons, the new down projection is the one that
    /// minimises the error, wDown · C_:K · C_KK⁻¹; λ serves the scores only. The arguments
    /// must not be modified, and the result shares no array with them.
    ///
    /// @param wUp
    ///            up projection `[h][in]`, as for [#leverage]
    /// @param wDown
    ///            down projection `[out][h]`, all finite, out ≥ 1
    /// @param x
    ///            calibration inputs `[n][in]`, as for [#leverage]
    /// @param k
    ///            `1 … h`
    /// @param lambda
    ///            λ, finite and above 0
    /// @throws IllegalArgumentException
    ///             if a matrix or a row is null or empty, a matrix is ragged or holds NaN or
    ///             an infinity, shapes do not fit together, k or λ is out of its range, or
    ///             C_KK is not positive definite: in its Cholesky factorisation a pivot,
    ///             before the root is taken, is at most 1e-10 · trace(C_KK) / k
    Result compress(double[][] wUp, double[][] wDown, double[][] x, int k, double lambda);
}
