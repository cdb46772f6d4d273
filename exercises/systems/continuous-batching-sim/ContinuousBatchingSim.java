package exercise;

/// Serving of requests in discrete steps, with batches that change in every step or stay
/// until all of their members are done. Yu et al. (2022), section 3; Kwon et al. (2023),
/// section 4.
public interface ContinuousBatchingSim {
    /// What came of a run.
    ///
    /// @param finish
    ///            when each request was done, in the order of the arguments
    /// @param makespan
    ///            the latest finish
    /// @param meanLatency
    ///            mean of finish − arrival
    /// @param utilisation
    ///            all output tokens divided by `maxBatch * makespan`
    record Sim(int[] finish, int makespan, double meanLatency, double utilisation) {}

    /// At the start of a step, requests that have arrived are admitted by (arrival, index)
    /// while a slot is free and prompt + output fit into what is left of the budget; if
    /// one does not fit, none behind it is admitted. Every active request emits a token in
    /// every step, the one of its admission included, and is done at the end of the step
    /// of its last token. In mode "continuous" it leaves its slot and its reservation
    /// then; in mode "static" members keep both until all are done, and requests are
    /// admitted only when none is active. The arguments must not be modified.
    ///
    /// @param arrival
    ///            `[n]`, the first step at whose start each request can be admitted, at
    ///            least 0, in any order; n ≥ 1
    /// @param prompt
    ///            `[n]`, tokens of each prompt, at least 0
    /// @param output
    ///            `[n]`, tokens that each request emits, at least 1
    /// @param maxBatch
    ///            slots, at least 1
    /// @param kvBudget
    ///            tokens for which the cache has room
    /// @param mode
    ///            "continuous" or "static"
    /// @throws IllegalArgumentException
    ///             if an array or mode is null, the arrays are empty or differ in length,
    ///             a number is out of its range, prompt + output of a request exceed the
    ///             budget, or the mode is another
    Sim run(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget, String mode);
}
