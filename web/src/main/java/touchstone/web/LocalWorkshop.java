package touchstone.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import touchstone.judge.Judge;
import touchstone.judge.Judgement;
import touchstone.judge.cli.Workshop;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;

/// Judges on this machine, in bubblewrap.
///
/// @param home the checkout
record LocalWorkshop(Map<String, String> environment, Path home) implements Workshop {
    @Override
    public Path shipped() {
        return home.resolve("exercises").toAbsolutePath();
    }

    @Override
    public Path cache() {
        return CacheFolder.locate(environment);
    }

    @Override
    public Suite suite(Exercise exercise) {
        return new Suites(new Cache(cache())).of(exercise);
    }

    @Override
    public Isolation isolation(Consumer<String> progress) {
        try (var sandbox = sandbox(progress)) {
            return sandbox.isolation();
        }
    }

    @Override
    public Sandbox sandbox(Consumer<String> progress) {
        return BubblewrapSandbox.open(environment, progress);
    }

    @Override
    public Session open(int parallel, Consumer<String> progress) {
        var sandbox = sandbox(progress);
        try {
            return new Local(sandbox,
                    Judge.open(sandbox, Limits.defaults(), cache(), parallel, parallel, System::nanoTime));
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private record Local(Sandbox sandbox, Judge judge) implements Session {
        @Override
        public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
            return judge.judge(submission, exercise, seed, progress);
        }

        @Override
        public Compilation compile(Submission submission, Exercise exercise) {
            return judge.compile(submission, exercise);
        }

        @Override
        public SuiteRun run(Trial trial) {
            return judge.run(trial);
        }

        @Override
        public Judgement judgeToFirstFailure(Submission submission, Exercise exercise, long seed) {
            return judge.judgeToFirstFailure(submission, exercise, seed);
        }

        @Override
        public Series series(Exercise exercise) {
            return judge.series(exercise);
        }

        @Override
        public Evaluator formulas() {
            return judge.formulas();
        }

        @Override
        public void close() {
            try (sandbox) {
                judge.close();
            }
        }
    }
}
