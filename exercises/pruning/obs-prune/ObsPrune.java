package exercise;

/// Pruning with second derivatives: Optimal Brain Damage looks at the diagonal of the
/// Hessian, Optimal Brain Surgeon at its inverse, and lets the other weights make up for
/// the one that goes. LeCun et al. (1989); Hassibi and Stork (1993), equation 5.
///
/// All three methods take n weights and their Hessian, refuse the same arguments, do not
/// modify them, and share no array with them.
public interface ObsPrune {
    /// One step of the surgeon.
    ///
    /// @param index
    ///            of the weight that went
    /// @param saliency
    ///            what it cost: the increase of the quadratic loss
    /// @param w
    ///            all n weights afterwards; the one that went is exactly 0
    record Step(int index, double saliency, double[] w) {}

    /// Optimal Brain Damage: `h_qq * w_q² / 2` for each weight.
    ///
    /// @param w
    ///            weights, at least one, all finite
    /// @param h
    ///            Hessian `[n][n]`, all finite, positive definite, and symmetric up to
    ///            `1e-9 * max(1, |h_ij|)`
    /// @return `[n]`
    /// @throws IllegalArgumentException
    ///             if an array or row is null or empty or holds NaN or an infinity, h is
    ///             not n × n, differs from its transpose by more than that, or has a
    ///             Cholesky pivot, before its square root, of 1e-12 or less
    double[] obdSaliency(double[] w, double[][] h);

    /// Optimal Brain Surgeon: removes the weight of smallest `w_q² / (2 [H⁻¹]_qq)`, of
    /// equal ones the lowest index, and adjusts the others by
    /// `-(w_q / [H⁻¹]_qq) · H⁻¹[:,q]`.
    ///
    /// @param w
    ///            as above
    /// @param h
    ///            as above
    /// @throws IllegalArgumentException
    ///             as above
    Step prune(double[] w, double[][] h);

    /// k such steps one after the other. A weight that went stays exactly 0 and is no
    /// candidate again; the inverse is that of the Hessian of the weights that remain.
    ///
    /// @param w
    ///            as above
    /// @param h
    ///            as above
    /// @param k
    ///            number of steps, from 0 to n
    /// @return all n weights after the last step
    /// @throws IllegalArgumentException
    ///             as above, or if k is out of its range
    double[] pruneMany(double[] w, double[][] h, int k);
}
