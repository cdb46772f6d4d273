package exercise;

/// Which layers of a network suffer most from quantization: quantize one at a time and
/// compare outputs, as in the sensitivity analysis of Wu et al. (2020); there by accuracy,
/// here by mean squared error.
public interface SensitivityScan {
    /// A network without biases: `a0 = x`, then `a = relu(a · Wᵀ)` in every layer but the
    /// last, which has no ReLU. Score l is the mean, over all samples and outputs, of the
    /// squared difference between the network's output and the output with layer l alone
    /// replaced by its fake-quantized weights; activations stay as they are.
    ///
    /// Fake quantization is symmetric with one scale for the whole layer: with
    /// `qmax = 2^(bits-1) - 1` and `scale = max|w| / qmax`, each weight becomes
    /// `clip(rne(w / scale), -qmax, qmax) * scale`, where `rne` rounds half to even. A layer
    /// of zeros stays as it is. The arguments must not be modified.
    ///
    /// @param weights
    ///            `[layer][out][in]`, finite; the largest magnitude of a layer is 0 or
    ///            between 1e-100 and 1e100
    /// @param x
    ///            `[sample][in]` of the first layer, finite
    /// @param bits
    ///            2 … 16
    /// @return one score for each layer
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, the columns of a layer are not as many as the
    ///             rows of the layer before (of the first: the columns of x), or bits is out
    ///             of range
    double[] scan(double[][][] weights, double[][] x, int bits);

    /// Indices of the layers, the largest score first; of equal scores the lower layer. The
    /// argument must not be modified.
    ///
    /// @param scores
    ///            finite, of either sign
    /// @throws IllegalArgumentException
    ///             if scores is null or empty or holds NaN or an infinity
    int[] rank(double[] scores);
}
