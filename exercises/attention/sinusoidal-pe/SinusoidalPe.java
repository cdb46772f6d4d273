package exercise;

/// The fixed position encoding of the first Transformer: sines and cosines of the
/// position, at frequencies that fall from pair to pair. Vaswani et al. (2017), section
/// 3.5.
public interface SinusoidalPe {
    /// Column 2i of the row for position p is `sin(p / 10000^(2i/d))`, column 2i + 1 is
    /// `cos(p / 10000^(2i/d))`, where i = 0 … d/2 − 1 and angles are in radians. The
    /// argument must not be modified.
    ///
    /// @param pos
    ///            at least one position, all at least 0, in any order
    /// @param d
    ///            columns, even and at least 2
    /// @return `[pos.length][d]`, row t for position `pos[t]`
    /// @throws IllegalArgumentException
    ///             if pos is null or empty or holds a negative number, or d is odd or
    ///             below 2
    double[][] encode(int[] pos, int d);
}
