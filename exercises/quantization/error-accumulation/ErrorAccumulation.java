package exercise;

/// How the rounding of weights adds up through a linear network, measured and bounded. The
/// rounding of one layer is treated by Nagel et al. (2021), section 2; the bound follows
/// from the triangle inequality.
public interface ErrorAccumulation {
    /// Both have one entry for each layer.
    ///
    /// @param relErr
    ///            `‖y - ŷ‖ / ‖y‖` after each layer, norms Euclidean
    /// @param bound
    ///            the bound `b / ‖y‖` of the same
    record Trace(double[] relErr, double[] bound) {}

    /// Runs the network twice, `y = W · y` and `ŷ = Ŵ · ŷ` layer by layer from `y = ŷ = x`;
    /// there are neither biases nor activation functions. With `b = 0` before the first
    /// layer, each layer makes `b = ‖Ŵ‖ · b + ‖W - Ŵ‖ · ‖y‖`, where y goes into the layer and
    /// matrices have the Frobenius norm.
    ///
    /// Ŵ is W fake-quantized with one scale for the layer: `qmax = 2^(bits-1) - 1`,
    /// `scale = max|w| / qmax`, and each weight becomes
    /// `clip(rne(w / scale), -qmax, qmax) * scale`, where `rne` rounds half to even. The
    /// arguments must not be modified.
    ///
    /// @param weights
    ///            `[layer][out][in]`, finite; the largest magnitude of a layer is 0 or
    ///            between 1e-100 and 1e100
    /// @param x
    ///            input of the first layer, finite
    /// @param bits
    ///            2 … 16
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged, a
    ///             number is NaN or infinite, the columns of a layer are not as many as the
    ///             rows of the layer before (of the first: the length of x), bits is out of
    ///             range, or y is 0 after some layer, so that no relative error exists
    Trace trace(double[][][] weights, double[] x, int bits);
}
