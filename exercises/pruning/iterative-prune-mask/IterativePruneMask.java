package exercise;

/// Pruning and fine-tuning in turns: each round prunes more of what is left, and what
/// was pruned once stays zero whatever training would do to it. Han et al. (2015),
/// section 3; the steps of training come from outside.
public interface IterativePruneMask {
    /// At the start all N entries are alive. Round r first kills as many of them as bring
    /// the number of dead ones to `ratios[r] * N`, rounded half to even: those that have
    /// the smallest absolute value now, of equal ones the lower row-major index first. A
    /// dead entry is 0 and stays so. Then `updates[r]` is added to the entries alive; one
    /// of them that happens to be 0 is alive all the same.
    ///
    /// The arguments must not be modified, and the result shares no array with them.
    ///
    /// @param w
    ///            weights `[rows][columns]`, all finite, at least one row and column
    /// @param ratios
    ///            share of all N entries dead after each round: at least one, each from 0
    ///            to 1, none less than the one before
    /// @param updates
    ///            what training adds in each round, one matrix of the shape of `w` for
    ///            each ratio, all finite
    /// @return the weights after the last round
    /// @throws IllegalArgumentException
    ///             if an array or one of its rows is null or empty, a matrix is ragged or
    ///             holds NaN or an infinity, shapes or lengths differ, or a ratio is NaN,
    ///             out of its range or less than the one before
    double[][] run(double[][] w, double[] ratios, double[][][] updates);
}
