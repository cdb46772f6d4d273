package touchstone.web.queue;

/// How far a judging is, in the order in which it goes on.
public sealed interface JudgingProgress {
    /// It waits.
    ///
    /// @param ahead how many wait before it
    record Queued(int ahead) implements JudgingProgress {}

    /// The first use of an exercise on this machine: accepted submissions are timed.
    record Measuring() implements JudgingProgress {}

    record Compiling() implements JudgingProgress {}

    /// About to run a test.
    ///
    /// @param test number of the test, from 1
    record Running(int test, int of) implements JudgingProgress {}

    /// There is a result, be it that we failed.
    record Done() implements JudgingProgress {}
}
