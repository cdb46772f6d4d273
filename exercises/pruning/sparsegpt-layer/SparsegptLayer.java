package exercise;

/// SparseGPT on one linear layer: columns are frozen from left to right, and what a pruned
/// weight leaves behind is made up for by the columns that are still free. Frantar and
/// Alistarh (2023), algorithm 1.
public interface SparsegptLayer {
    /// What is left of the layer.
    ///
    /// @param w
    ///            `[out][in]`, pruned and updated; pruned weights are exactly 0
    /// @param error
    ///            squared Frobenius norm of the difference of the outputs on x, before and
    ///            after
    record Result(double[][] w, double error) {}

    /// The Hessian is `H = xᵀ x`. Where its diagonal is 0 the input is dead: the diagonal
    /// becomes 1, and the weights of that column 0. Then `damp` times the mean of the
    /// diagonal is added to the diagonal, and U is the upper triangular matrix of positive
    /// diagonal with `H⁻¹ = Uᵀ U`.
    ///
    /// Columns are taken in blocks. At the start of a block its weights, as they are then,
    /// score `w_ij² / U_jj²`; the smallest of the whole block go, of equal ones the lower
    /// row-major index in the block. Then each of its columns j in turn is frozen: with
    /// `e = w_ij / U_jj` if weight ij goes and 0 otherwise, all columns l > j of row i, up
    /// to the last of the layer, change by `-e * U_jl`. The arguments must not be modified.
    ///
    /// @param w
    ///            weights `[out][in]`, all finite, at least one row and column
    /// @param x
    ///            inputs `[samples][in]`, all finite, at least one sample
    /// @param sparsity
    ///            share of each block to prune, from 0 to 1; its product with the number of
    ///            weights in the block is rounded half to even
    /// @param block
    ///            columns in a block, at least 1; the last block may be narrower
    /// @param damp
    ///            finite and above 0
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, w and x differ in columns, another argument is
    ///             NaN or out of its range, or a pivot of Cholesky's is not positive
    Result prune(double[][] w, double[][] x, double sparsity, int block, double damp);
}
