package touchstone.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;

/// What whoever proves suites needs beside judging: to compile once, and to run many times.
public interface Trials extends Judging {
    /// Compiles as for a judgement.
    ///
    /// @throws touchstone.sandbox.SandboxException when no compiler can be had: our failure
    Compilation compile(Submission submission, Exercise exercise);

    /// Runs compiled classes as for a judgement. What is our own failure is tried again first.
    ///
    /// @throws touchstone.sandbox.SandboxException when no worker can be had: our failure
    SuiteRun run(Trial trial);

    /// The verdict of [#judge] found sooner: tests after the first that fails may be missing from the judgement.
    default Judgement judgeToFirstFailure(Submission submission, Exercise exercise, long seed) {
        return judge(submission, exercise, seed, Progress.NONE);
    }

    /// Many runs for the same exercise, which may share a worker; runs of the same classes in a row share their
    /// statics as well. Never for what candidates wrote.
    default Series series(Exercise exercise) {
        return new Series() {
            @Override
            public SuiteRun run(Trial trial) {
                return Trials.this.run(trial);
            }

            @Override
            public void close() {}
        };
    }

    /// To be used by one thread.
    interface Series extends AutoCloseable {
        /// As [Trials#run].
        SuiteRun run(Trial trial);

        @Override
        void close();
    }

    /// One run.
    ///
    /// @param suite with the tests that are run, in this order
    /// @param classes of the submission
    /// @param call limit of each call; empty is the exercise's own
    /// @param whole whether it goes on after the first test that fails
    record Trial(Suite suite, List<ClassFile> classes, Optional<Duration> call, boolean whole, long seed) {
        public Trial {
            classes = List.copyOf(classes);
        }

        /// The whole suite, as everybody is graded.
        public static Trial graded(Suite suite, List<ClassFile> classes, long seed) {
            return new Trial(suite, classes, Optional.empty(), true, seed);
        }
    }
}
