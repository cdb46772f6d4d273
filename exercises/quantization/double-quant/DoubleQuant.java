package exercise;

/// Double quantization: the scales of a quantized model (one absmax for each block of
/// weights) are quantized themselves. Dettmers et al. (2023), section 3; the paper
/// stores the second level as 8-bit floats, here the codes are symmetric INT8. No
/// argument may be modified, and no result shares an array with one.
public interface DoubleQuant {
    /// @param q
    ///            one code from -127 to 127 for each absmax
    /// @param scale
    ///            one scale for each block of codes, positive
    /// @param mean
    ///            of all absmax values together
    record Quant(int[] q, double[] scale, double mean) {}

    /// Takes the mean of all values off each of them. Then every block of block2
    /// neighbours, the last one possibly shorter, is quantized by itself: the scale is
    /// the largest magnitude divided by 127, or 1 if that is 0, and a code is the
    /// quotient by the scale, rounded half to even.
    ///
    /// @param absmax
    ///            at least one number, finite and not negative
    /// @param block2
    ///            length of a block, at least 1; may exceed the number of values
    /// @throws IllegalArgumentException
    ///             if absmax is null or empty or holds a negative number, NaN or an
    ///             infinity, or block2 is below 1
    Quant quantize(double[] absmax, int block2);

    /// `q * scale + mean`, with the scale of the block that the code is in.
    ///
    /// @throws IllegalArgumentException
    ///             if z or one of its arrays is null, q is empty or holds anything
    ///             outside `[-127, 127]`, scale has not exactly one positive finite
    ///             number for each block, the mean is not finite, or block2 is below 1
    double[] dequantize(Quant z, int block2);

    /// `bits + qBits / block + scaleBits / (block * block2)`: a weight's own bits, its
    /// share of the code of its absmax, and its share of the second scale. The one mean
    /// is not counted.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    double bitsPerParam(int bits, int block, int qBits, int block2, int scaleBits);
}
