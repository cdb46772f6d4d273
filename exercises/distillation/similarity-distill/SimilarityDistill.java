package exercise;

/// Distils relations instead of outputs: samples that are alike to the teacher should be
/// alike to the student, however wide either of them is. Tung and Mori (2019), equations
/// 1 to 3.
public interface SimilarityDistill {
    /// The matrix of all dot products of two samples, each ROW divided by its Euclidean
    /// norm. Features up to ±10⁶ must neither overflow nor lose precision. The argument
    /// must not be modified.
    ///
    /// @param q
    ///            features `[b][d]`, one row for each sample, all finite, b ≥ 1, d ≥ 1
    /// @return `[b][b]`, a new array; each row has norm 1, or is 0 if its sample is
    /// @throws IllegalArgumentException
    ///             if the matrix or a row is null or empty, or it is ragged or holds NaN
    ///             or an infinity
    double[][] similarity(double[][] q);

    /// The squared Frobenius norm of the difference of the two similarity matrices,
    /// divided by b². The arguments must not be modified.
    ///
    /// @param student
    ///            features `[b][d]`, as for [#similarity]
    /// @param teacher
    ///            features `[b][d']` of the same samples, where d' need not be d
    /// @throws IllegalArgumentException
    ///             if an argument is refused by [#similarity], or the numbers of samples
    ///             differ
    double loss(double[][] student, double[][] teacher);
}
