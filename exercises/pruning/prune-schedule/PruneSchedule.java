package exercise;

/// How much to prune, and when: the cubic schedule of Zhu and Gupta (2017), equation 1,
/// and the constant rate of pruning in rounds.
public interface PruneSchedule {
    /// The sparsity that holds at a step of training. Update j = 0 … n takes place at step
    /// `t0 + j * dt` and sets the sparsity to `sf + (si - sf) * (1 - j/n)³`; nothing
    /// changes between updates or after the last one.
    ///
    /// @param step
    ///            of training, at least 0, up to the largest int
    /// @param si
    ///            initial sparsity, `0 ≤ si ≤ sf`; holds before `t0` too
    /// @param sf
    ///            final sparsity, less than 1
    /// @param t0
    ///            step of update 0, at least 0
    /// @param n
    ///            updates after update 0, at least 1
    /// @param dt
    ///            steps from one update to the next, at least 1; `n * dt` may exceed an
    ///            int
    /// @throws IllegalArgumentException
    ///             if an argument is NaN or out of its range
    double sparsityAt(int step, double si, double sf, int t0, int n, int dt);

    /// How many of `total` weights are pruned in addition at each update. After update j
    /// it is `total * s_j` in all, rounded half to even.
    ///
    /// @param total
    ///            number of weights, at least 1
    /// @param si
    ///            as above
    /// @param sf
    ///            as above
    /// @param n
    ///            as above
    /// @return `[n + 1]`; entry 0 is what update 0 prunes
    /// @throws IllegalArgumentException
    ///             if an argument is NaN or out of its range
    int[] newlyPruned(int total, double si, double sf, int n);

    /// The share of the *remaining* weights that each of several equal rounds has to prune
    /// in order to reach the target.
    ///
    /// @param target
    ///            sparsity after the last round, at least 0 and less than 1
    /// @param rounds
    ///            at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is NaN or out of its range
    double perRoundRate(double target, int rounds);
}
