package exercise;

/// The best approximation of a matrix by one of low rank, and what it saves. Eckart and
/// Young (1936); for a method see Golub and Van Loan, one-sided Jacobi.
public interface SvdLowRank {
    /// The singular values, the largest first. Each may be off by 1e-7 of the largest. The
    /// argument must not be modified.
    ///
    /// @param w
    ///            `[m][n]`, all finite, m ≥ 1, n ≥ 1
    /// @return `[min(m, n)]`, with zeros if the rank is lower
    /// @throws IllegalArgumentException
    ///             if w or a row of it is null or empty, or w is ragged or holds NaN or an
    ///             infinity
    double[] singularValues(double[][] w);

    /// Of all matrices of at most this rank the one that is closest to w in the Frobenius
    /// norm. Each number may be off by 1e-7 of the largest singular value. Where the
    /// singular values number `rank` and `rank + 1` are equal there are several; this is
    /// not asked for. The argument must not be modified.
    ///
    /// @param rank
    ///            1 … min(m, n)
    /// @return `[m][n]`
    /// @throws IllegalArgumentException
    ///             if `singularValues` refuses w, or rank is out of its range
    double[][] approximate(double[][] w, int rank);

    /// The smallest rank r ≥ 1 whose singular values hold the given share of the energy:
    /// `s₁² + … + s_r² ≥ energy · S − 1e-12 · S`, where S is the sum of all squares.
    ///
    /// @param s
    ///            at least one number, finite, none negative, none larger than the one
    ///            before it
    /// @param energy
    ///            above 0, at most 1
    /// @throws IllegalArgumentException
    ///             if s is null or empty or holds NaN, an infinity, a negative number or one
    ///             larger than the one before, or energy is NaN or out of its range
    int rankForEnergy(double[] s, double energy);

    /// How many numbers the two factors `[m][rank]` and `[rank][n]` hold together; the
    /// singular values are part of one of them.
    ///
    /// @throws IllegalArgumentException
    ///             if m or n is below 1, or rank is not in 1 … min(m, n)
    long params(int m, int n, int rank);

    /// The largest rank whose factors hold fewer numbers than the matrix, m · n; 0 if there
    /// is none.
    ///
    /// @throws IllegalArgumentException
    ///             if m or n is below 1
    int breakEvenRank(int m, int n);
}
