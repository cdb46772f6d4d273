package exercise;

/// An examination of a ten-line "GPTQ" that circulates in interview notes: it is rounding
/// in groups with a grid that does not fit its data. What is missing from it is
/// algorithm 1 of Frantar et al. (2023). The snippet is to be reproduced, not mended. No
/// argument may be modified.
///
/// In both methods w is a matrix of finite numbers with at least one row and one column.
/// It is flattened row by row and cut into groups of `group` neighbours, which may reach
/// across rows. Refused with `IllegalArgumentException` are a w or a row that is null or
/// empty, a ragged matrix, NaN, infinities, a group below 1, and one that does not divide
/// the number of entries.
public interface GptqSnippetAudit {
    /// @param q
    ///            `[groups][group]`, codes from -8 to 7
    /// @param scale
    ///            one for each group
    /// @param zero
    ///            one for each group, a real number
    record Seed(int[][] q, double[] scale, double[] zero) {}

    /// @param saturated
    ///            number of codes that the clip changed
    /// @param usedCodes
    ///            number of different codes of the snippet, over all groups together
    /// @param seedMse
    ///            mean over all entries of the squared error of the snippet
    /// @param seedMaxErr
    ///            largest magnitude of an error of the snippet
    /// @param rtnMse
    ///            as seedMse, for plain rounding on a grid that fits
    /// @param rtnMaxErr
    ///            as seedMaxErr, for plain rounding
    record Audit(int saturated, int usedCodes, double seedMse, double seedMaxErr, double rtnMse,
            double rtnMaxErr) {}

    /// For each group: `scale = max|w| / 7`, or 1 if that is 0 (the snippet would go on
    /// with NaN); `zero` is the mean; `q = clip(rne((w - zero) / scale), -8, 7)`, where rne
    /// rounds half to even.
    Seed seedQuantize(double[][] w, int group);

    /// Compares the snippet, which restores `q * scale + zero`, with asymmetric 4-bit
    /// rounding of the same groups: `lo = min(w, 0)`, `hi = max(w, 0)`,
    /// `s = (hi - lo) / 15` or 1 if that is 0, `z = -rne(lo / s)`,
    /// `c = clip(rne(w / s) + z, 0, 15)`, restored as `(c - z) * s`.
    Audit audit(double[][] w, int group);
}
