package exercise;

/// How a model with rotary positions is made to read more tokens than it was trained on:
/// by shrinking the positions (Chen et al. 2023) or by raising the base of the
/// frequencies (NTK-aware scaling; Peng et al. 2023, section 3.1).
public interface RopeScaling {
    /// The frequencies `base^(−2i/d)` of the pairs i = 0 … d/2 − 1.
    ///
    /// @param d
    ///            dimension of a head, even and at least 4
    /// @param base
    ///            finite and above 1; 10000 in most models
    /// @return `[d/2]`
    /// @throws IllegalArgumentException
    ///             if d is odd or below 4, or base is NaN or out of its range
    double[] invFreq(int d, double base);

    /// The angles of a position under linear interpolation, `(pos / scale) · base^(−2i/d)`.
    /// What is divided need not become a whole number.
    ///
    /// @param pos
    ///            at least 0
    /// @param scale
    ///            new length by trained length, finite and at least 1
    /// @return `[d/2]`, in radians
    /// @throws IllegalArgumentException
    ///             if `invFreq` refuses d or base, pos is negative, or scale is NaN or out
    ///             of its range
    double[] linearAngles(int pos, int d, double base, double scale);

    /// The base of NTK-aware scaling, `base · scale^(d/(d−2))`. With it the first frequency
    /// stays as it was and the last one is divided by scale.
    ///
    /// @param scale
    ///            new length by trained length, finite and at least 1
    /// @throws IllegalArgumentException
    ///             if `invFreq` refuses d or base, or scale is NaN or out of its range
    double ntkBase(double base, int d, double scale);

    /// The base for a sequence of the given length: base itself up to trainLen tokens,
    /// `base · (factor · seqLen / trainLen − (factor − 1))^(d/(d−2))` beyond.
    ///
    /// @param factor
    ///            finite and at least 1
    /// @param trainLen
    ///            tokens that the model was trained on, at least 1
    /// @param seqLen
    ///            tokens so far, at least 1
    /// @throws IllegalArgumentException
    ///             if `invFreq` refuses d or base, factor is NaN or out of its range, or a
    ///             length is below 1
    double dynamicNtkBase(double base, int d, double factor, int trainLen, int seqLen);
}
