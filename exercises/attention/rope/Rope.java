package exercise;

/// Rotary position embedding: pairs of columns are rotated by an angle that grows with
/// the position of the row. Su et al. (2021), equations 14, 15 and 34, except that pairs
/// are counted from 0 here.
public interface Rope {
    /// Pair i of the row at position p is rotated counter-clockwise by `p · base^(−2i/d)`
    /// radians, where i = 0 … d/2 − 1. The arguments must not be modified, and the result
    /// shares no array with them.
    ///
    /// @param x
    ///            queries or keys of one head, `[n][d]`, all finite, n ≥ 1, d ≥ 2 and even
    /// @param pos
    ///            `[n]`, the position of each row, at least 0, in any order
    /// @param base
    ///            finite and above 1; 10000 in the paper
    /// @param layout
    ///            which columns are pair i: `interleaved` means 2i and 2i + 1, `half`
    ///            means i and i + d/2
    /// @return `[n][d]`, every number in the column it came from
    /// @throws IllegalArgumentException
    ///             if x or a row of it is null or empty, x is ragged or holds NaN or an
    ///             infinity, d is odd, pos is null or has not one entry for each row, a
    ///             position is negative, base is NaN or out of its range, or layout is
    ///             null or any other text
    double[][] apply(double[][] x, int[] pos, double base, String layout);
}
