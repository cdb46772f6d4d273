package exercise;

/// Weights in 4 bits with a scale and a zero-point for every few neighbours within a
/// row, as 4-bit checkpoints of language models store them. Frantar et al. (2023),
/// section 4; Dettmers and Zettlemoyer (2023), section 3.
public interface GroupQuantInt4 {
    /// Codes, and the grid of each group. Group g of a row holds its columns
    /// `g * group` to `g * group + group - 1`, the last one perhaps fewer.
    ///
    /// @param q
    ///            `[rows][columns]`, codes from 0 to 15
    /// @param scale
    ///            `[rows][ceil(columns / group)]`, positive and finite
    /// @param zero
    ///            of the same shape, the codes of the number 0, from 0 to 15
    record Quant(int[][] q, double[][] scale, int[][] zero) {}

    /// With `lo = min(min w, 0)` and `hi = max(max w, 0)` of a group: `scale = (hi - lo) / 15`
    /// and `zero = clip(-rne(lo / scale), 0, 15)`, or 1 and 0 if `hi = lo`; a code is
    /// `clip(rne(w / scale) + zero, 0, 15)`, where `rne` rounds half to even. No method
    /// may modify its arguments.
    ///
    /// @param w
    ///            `[rows][columns]`, all finite, each 0 or of a magnitude from 1e-100 to 1e100
    /// @param group
    ///            number of weights that share a grid, at least 1; may exceed the number of
    ///            columns
    /// @throws IllegalArgumentException
    ///             if w or one of its rows is null or empty, w is ragged or holds NaN or an
    ///             infinity, or `group < 1`
    Quant quantize(double[][] w, int group);

    /// `(q - zero) * scale` for every code, with the grid of its group.
    ///
    /// @throws IllegalArgumentException
    ///             if z, a part of it or a row is null, q is empty or ragged or has empty
    ///             rows, scale or zero is not of the shape that q and group demand, a code
    ///             or zero-point is not from 0 to 15, a scale is not finite or not above 0,
    ///             or `group < 1`
    double[][] dequantize(Quant z, int group);

    /// What a weight takes in storage: `4 + ceil(cols / group) * (scaleBits + zeroBits) / cols`.
    ///
    /// @throws IllegalArgumentException
    ///             if rows, cols or group is below 1, or scaleBits or zeroBits below 0
    double bitsPerWeight(int rows, int cols, int group, int scaleBits, int zeroBits);
}
