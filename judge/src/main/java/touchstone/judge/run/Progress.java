package touchstone.judge.run;

/// What a judging is doing at the moment, for whoever waits for it.
public interface Progress {
    Progress NONE = new Progress() {};

    default void compiling() {}

    /// Measuring how long accepted submissions take, on the first use of an
    /// exercise here.
    default void measuring() {}

    /// About to run a test of the suite.
    ///
    /// @param number from 1
    default void running(int number, int tests) {}
}
