package exercise;

/// Where does a compressed model go wrong? Activations of the original and of the quantized
/// model, recorded on the same input, are compared layer by layer. The sensitivity of single
/// layers is a subject of Wu et al. (2020); tools such as PyTorch's numeric suite compare so.
///
/// Activations are `[layers][tokens][features]`. Tokens and features may differ from layer to
/// layer. Numbers are 0 or of a magnitude between 1e-50 and 1e50, and so are differences.
public interface LayerwiseSqnrDebug {
    /// Signal-to-quantization-noise ratio in decibels, `10 · log10(Σ r² / Σ (r - q)²)` for each
    /// layer, summed over all of its tokens and features: +Infinity if the layers are equal,
    /// also if both are 0, and -Infinity if the reference is 0 and the other is not. The
    /// arguments must not be modified.
    ///
    /// @param ref
    ///            activations r of the original model, finite
    /// @param quant
    ///            activations q of the quantized model, finite, of the same shape
    /// @return one number for each layer
    /// @throws IllegalArgumentException
    ///             if an array, layer or row is null or empty, a layer is ragged, shapes differ,
    ///             or a number is NaN or infinite
    double[] sqnr(double[][][] ref, double[][][] quant);

    /// Cosine of the angle between the two flattened layers, `Σ r·q / √(Σ r² · Σ q²)`. The
    /// arguments must not be modified.
    ///
    /// @param ref
    ///            as in [#sqnr]
    /// @param quant
    ///            as in [#sqnr]
    /// @return one number for each layer
    /// @throws IllegalArgumentException
    ///             as in [#sqnr], or if a layer of either model is all 0
    double[] cosine(double[][][] ref, double[][][] quant);

    /// The first layer with `sqnr[l] < thresholdDb`, from 0, or -1.
    ///
    /// @param sqnr
    ///            not empty; infinities are allowed, NaN is not
    /// @param thresholdDb
    ///            anything but NaN
    /// @throws IllegalArgumentException
    ///             if sqnr is null or empty or holds NaN, or thresholdDb is NaN
    int firstBelow(double[] sqnr, double thresholdDb);

    /// The first layer `l ≥ 1` with `sqnr[l-1] - sqnr[l] >= dropDb`, or -1. From +Infinity to
    /// a finite value is a drop of any size; between two equal infinities there is none, whatever
    /// dropDb is.
    ///
    /// @param sqnr
    ///            not empty; infinities are allowed, NaN is not
    /// @param dropDb
    ///            anything but NaN
    /// @throws IllegalArgumentException
    ///             if sqnr is null or empty or holds NaN, or dropDb is NaN
    int firstDrop(double[] sqnr, double dropDb);
}
