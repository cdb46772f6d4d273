package touchstone.judge.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import touchstone.judge.Trials;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.Evaluator;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Sandbox;

/// What costs time or a sandbox and is therefore made only when a command asks
/// for it.
public interface Workshop {
    /// The exercises that are shipped.
    Path shipped();

    /// Where images and compiled suites are kept between runs.
    Path cache();

    /// The contract and the tests of an exercise, compiled.
    Suite suite(Exercise exercise);

    /// Starts a box for the preflight and ends it again.
    ///
    /// @param progress is told what takes longer than a moment
    /// @throws touchstone.sandbox.SandboxException when this machine cannot isolate submissions; says
    ///        what to do
    Isolation isolation(Consumer<String> progress);

    /// The sandbox alone, its opener's to close.
    ///
    /// @throws touchstone.sandbox.SandboxException as [#isolation]
    Sandbox sandbox(Consumer<String> progress);

    /// Starts sandbox and judge.
    ///
    /// @param parallel how many submissions will be judged at the same time
    /// @param progress as in [#isolation]
    /// @throws touchstone.sandbox.SandboxException as [#isolation]
    Session open(int parallel, Consumer<String> progress);

    /// A judge at work.
    interface Session extends Trials, AutoCloseable {
        /// For what candidates wrote.
        Evaluator formulas();

        @Override
        void close();
    }
}
