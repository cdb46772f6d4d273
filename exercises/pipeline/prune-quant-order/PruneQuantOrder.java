package exercise;

/// Magnitude pruning and symmetric quantization of one matrix, in both orders. Han et al.
/// (2016), sections 2 and 3, prune first; Harma et al. (2024) study which order loses less.
public interface PruneQuantOrder {
    /// What the two steps leave of a matrix.
    ///
    /// @param w
    ///            the matrix after both steps, in the shape of the argument
    /// @param mse
    ///            mean over all entries of the squared difference to the argument
    /// @param zeros
    ///            entries of the result that are 0, whichever step made them so
    record Result(double[][] w, double mse, int zeros) {}

    /// Prunes w, then quantizes what is left.
    ///
    /// Pruning: of all N entries of the matrix, the `rne(ratio * N)` with the smallest
    /// magnitude become 0; of equal magnitudes the lower row-major index goes first.
    /// Quantization: `qmax = 2^(bits-1) - 1`, `scale = max|w| / qmax`, or 1 if all entries are
    /// 0; each entry becomes `clip(rne(w / scale), -qmax, qmax) * scale`. In both, `rne` rounds
    /// half to even. The argument must not be modified, and the result shares no array with it.
    ///
    /// @param w
    ///            at least one row and one column, all finite
    /// @param ratio
    ///            0 … 1
    /// @param bits
    ///            2 … 16
    /// @throws IllegalArgumentException
    ///             if w or a row of it is null or empty, w is ragged or holds NaN or an
    ///             infinity, or ratio or bits is out of range
    Result pruneThenQuant(double[][] w, double ratio, int bits);

    /// The same two steps the other way round: pruning ranks the quantized magnitudes, of which
    /// many are equal. Arguments and errors as in [#pruneThenQuant].
    Result quantThenPrune(double[][] w, double ratio, int bits);
}
