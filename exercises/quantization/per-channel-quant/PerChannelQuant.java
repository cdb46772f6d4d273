package exercise;

/// Symmetric quantization of a weight matrix with one scale for all of it, for every
/// row or for every column. Krishnamoorthi (2018), section 2. In the weights
/// `[out][in]` of a linear layer a row is an output channel.
public interface PerChannelQuant {
    /// Codes and scales.
    ///
    /// @param q
    ///            one code for each weight
    /// @param scale
    ///            one for the tensor, for each row or for each column; all positive and finite
    record Quant(int[][] q, double[] scale) {}

    /// One scale for the whole matrix: `max|w| / qmax` with `qmax = 2^(bits-1) - 1`, or 1 if
    /// every weight is 0. A code is `clip(rne(w / scale), -qmax, qmax)`, where `rne`
    /// rounds half to even. No method may modify its arguments.
    ///
    /// @param w
    ///            `[rows][columns]`, all finite, each 0 or of a magnitude from 1e-100 to 1e100
    /// @param bits
    ///            width of a code, 2 to 16
    /// @throws IllegalArgumentException
    ///             if w or one of its rows is null or empty, w is ragged or holds NaN or an
    ///             infinity, or bits is out of its range
    Quant perTensor(double[][] w, int bits);

    /// The same for each channel by itself.
    ///
    /// @param axis
    ///            0 = a scale for each row, 1 = a scale for each column
    /// @throws IllegalArgumentException
    ///             as above, or if axis is neither 0 nor 1
    Quant perChannel(double[][] w, int bits, int axis);

    /// Mean of `(w - q * scale)²` over all entries. Codes of any size are valid.
    ///
    /// @param axis
    ///            what the scales belong to: -1 = the tensor, 0 = rows, 1 = columns
    /// @throws IllegalArgumentException
    ///             if w is not as above, z or one of its parts is null, q has another shape
    ///             than w, a scale is not finite or not above 0, axis is not -1, 0 or 1, or
    ///             there are not as many scales as the axis demands
    double mse(double[][] w, Quant z, int axis);
}
