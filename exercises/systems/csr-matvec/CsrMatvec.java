package exercise;

/// Sparse matrices in compressed rows, and when they pay. Saad (2003), section 3.4.
public interface CsrMatvec {
    /// A matrix in compressed rows. The entries of row i are those from `ptr[i]` up to,
    /// but without, `ptr[i + 1]`.
    ///
    /// @param val
    ///            `[nnz]`, the stored entries, row after row
    /// @param col
    ///            `[nnz]`, the column of each stored entry, from 0
    /// @param ptr
    ///            `[rows + 1]`, where each row begins; starts with 0 and ends with nnz
    /// @param cols
    ///            columns of the matrix
    record Csr(double[] val, int[] col, int[] ptr, int cols) {}

    /// Stores the entries that are not 0, in row-major order; −0.0 is 0. The argument
    /// must not be modified.
    ///
    /// @param w
    ///            `[rows][cols]`, all finite, rows ≥ 1, cols ≥ 1
    /// @return val and col are empty if all entries are 0
    /// @throws IllegalArgumentException
    ///             if w or a row is null or empty, or w is ragged or holds NaN or an
    ///             infinity
    Csr build(double[][] w);

    /// `a · x`, in time proportional to the stored entries and the rows. The columns of a
    /// row may come in any order. The arguments must not be modified.
    ///
    /// @param a
    ///            a matrix with at least one row and one column, all entries finite
    /// @param x
    ///            `[cols]`, all finite
    /// @return `[rows]`, in an array of its own
    /// @throws IllegalArgumentException
    ///             if an argument or one of its arrays is null, x is empty or its length
    ///             is not cols, a number is NaN or infinite, val and col differ in
    ///             length, ptr is shorter than 2, does not start with 0, decreases or
    ///             does not end with nnz, or a column lies outside `0 … cols-1`
    double[] matvec(Csr a, double[] x);

    /// Bytes of val, col and ptr together.
    ///
    /// @param nnz
    ///            stored entries, at least 0
    /// @param rows
    ///            at least 1
    /// @param valueBytes
    ///            bytes of an entry, at least 1
    /// @param indexBytes
    ///            bytes of an element of col, and of one of ptr, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is out of its range
    long bytes(long nnz, int rows, int valueBytes, int indexBytes);

    /// The share of stored entries at which compressed rows take as many bytes as the
    /// dense matrix; below it they take fewer. Negative if they never do.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    double breakEvenDensity(int rows, int cols, int valueBytes, int indexBytes);
}
