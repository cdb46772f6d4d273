package exercise;

/// Storage of an N:M sparse matrix as sparse tensor cores have it: the values that may be
/// non-zero, and beside each its position in its group. Mishra et al. (2021), section 3.
///
/// The arguments must not be modified, and the results share no array with them.
public interface NmPackMatvec {
    /// A packed matrix. Every group of m columns has exactly n slots, which stand side by
    /// side in the order of the groups.
    ///
    /// @param values
    ///            `[rows][cols / m * n]`, all finite
    /// @param index
    ///            of the same shape: the column of each value within its group, from 0 to
    ///            m - 1, strictly ascending inside a group
    /// @param cols
    ///            columns of the dense matrix, at least 1, a multiple of m
    /// @param n
    ///            slots of a group, from 1 to m
    /// @param m
    ///            columns of a group, at least 1
    record Packed(double[][] values, int[][] index, int cols, int n, int m) {}

    /// Stores the non-zeros of each group by ascending position. Where there are fewer than
    /// n, the lowest positions of zeros take part as well; -0.0 is a zero.
    ///
    /// @param w
    ///            `[rows][cols]`, all finite, at least one row and column
    /// @param n
    ///            as in `Packed`
    /// @param m
    ///            as in `Packed`
    /// @throws IllegalArgumentException
    ///             if w or a row is null or empty, w is ragged or holds NaN or an infinity,
    ///             n or m is out of its range, m does not divide the number of columns, or
    ///             a group has more than n non-zeros
    Packed pack(double[][] w, int n, int m);

    /// The dense matrix.
    ///
    /// @param p
    ///            a packed matrix of at least one row
    /// @throws IllegalArgumentException
    ///             if p, an array or a row is null, or p is not as `Packed` describes
    double[][] unpack(Packed p);

    /// The matrix times a vector, in time and memory proportional to the stored values and
    /// to x, not to the dense matrix.
    ///
    /// @param p
    ///            as above
    /// @param x
    ///            `[cols]`, all finite
    /// @throws IllegalArgumentException
    ///             as above, or if x is null, of another length, or holds NaN or an infinity
    double[] matvec(Packed p, double[] x);

    /// How many bits a packed matrix takes: for each slot its value, and as many bits as
    /// tell m positions apart.
    ///
    /// @param rows
    ///            at least 1
    /// @param cols
    ///            as in `Packed`
    /// @param n
    ///            as in `Packed`
    /// @param m
    ///            as in `Packed`
    /// @param valueBits
    ///            bits of a value, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range, or m does not divide cols
    long bits(int rows, int cols, int n, int m, int valueBits);
}
