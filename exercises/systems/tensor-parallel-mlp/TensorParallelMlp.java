package exercise;

/// Two linear layers with a ReLU in between, split over P ranks: the first by its outputs,
/// the second by its inputs, so that one all-reduce at the end is enough. Shoeybi et
/// al. (2019), section 3, where a row of w1 is called a column because matrices are
/// multiplied from the right there.
///
/// Of the h hidden neurons rank r owns those from `r * h / P` to `(r + 1) * h / P - 1`: their
/// rows of w1, their numbers of b1 and their columns of w2.
public interface TensorParallelMlp {
    /// What every rank computes on its own, `[P][out]`: its columns of w2 times the ReLU of
    /// its hidden neurons. The arguments must not be modified.
    ///
    /// @param w1
    ///            `[h][in]`, h ≥ 1, in ≥ 1, all finite
    /// @param b1
    ///            `[h]`, all finite
    /// @param w2
    ///            `[out][h]`, out ≥ 1, all finite
    /// @param x
    ///            one input, `[in]`, all finite
    /// @param ranks
    ///            P, at least 1 and a divisor of h
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is
    ///             ragged, a number is NaN or infinite, shapes do not fit together,
    ///             or ranks is below 1 or no divisor of h
    double[][] partials(double[][] w1, double[] b1, double[][] w2, double[] x, int ranks);

    /// The sum of the partials of all ranks plus b2, which is added once, `[out]`.
    ///
    /// @param b2
    ///            `[out]`, all finite
    /// @throws IllegalArgumentException
    ///             as for [#partials], and likewise for b2
    double[] output(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] x, int ranks);

    /// Bytes that each rank sends in a ring all-reduce of out numbers: `2 (P - 1) / P` times
    /// their size, as a fraction, not rounded.
    ///
    /// @throws IllegalArgumentException
    ///             if an argument is below 1
    double allReduceBytes(int out, int ranks, int elemBytes);
}
