package exercise;

/// A network whose layers share one matrix, as those of ALBERT share one set of parameters
/// (Lan et al. 2020, section 3.1): its loss, and the gradient of the loss with respect to
/// the shared matrix.
public interface SharedLayerBackprop {
    /// With h_0 = x and h_l = tanh(W h_{l−1}) for l = 1 … depth: ½ ‖h_depth − target‖². The
    /// arguments must not be modified.
    ///
    /// @param w
    ///            W `[n][n]`, all finite, n ≥ 1
    /// @param x
    ///            `[n]`, all finite
    /// @param target
    ///            `[n]`, all finite
    /// @param depth
    ///            how many times the layer is used, at least 1
    /// @throws IllegalArgumentException
    ///             if an array or a row is null or empty, W is not square, lengths differ, a
    ///             number is NaN or infinite, or depth is less than 1
    double loss(double[][] w, double[] x, double[] target, int depth);

    /// The derivative of [#loss] with respect to each entry of W: the sum of what all uses
    /// of the layer contribute. The arguments must not be modified.
    ///
    /// @param w
    ///            W `[n][n]`, as for [#loss]
    /// @param x
    ///            `[n]`, as for [#loss]
    /// @param target
    ///            `[n]`, as for [#loss]
    /// @param depth
    ///            as for [#loss]
    /// @return `[n][n]`, a new array
    /// @throws IllegalArgumentException
    ///             as for [#loss]
    double[][] grad(double[][] w, double[] x, double[] target, int depth);
}
