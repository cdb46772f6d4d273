package touchstone.web.serve;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import touchstone.judge.Check;
import touchstone.judge.Judge;
import touchstone.judge.Judgement;
import touchstone.judge.Trials;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.web.operate.OperateRoutes.JudgeState;
import touchstone.web.workspace.Bench;

/// A judge that is still opening while the first pages are served; whoever needs it waits.
final class LateJudge implements Bench, Trials, AutoCloseable {
    private final Machine machine;
    private final int parallel;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Opened> opening = new CompletableFuture<>();

    private record Opened(Sandbox sandbox, Judge judge) {}

    LateJudge(Machine machine, int parallel) {
        this.machine = machine;
        this.parallel = parallel;
    }

    /// Begins to open it, and does not wait. Once it was closed, this does nothing.
    void open() {
        if (begun.compareAndSet(false, true)) {
            opening.completeAsync(this::openNow,
                    opener -> Thread.ofPlatform().daemon().name("judge").start(opener));
        }
    }

    private Opened openNow() {
        var sandbox = machine.sandbox(_ -> {});
        try {
            return new Opened(sandbox, Judge.open(sandbox, Limits.defaults(), machine.cache(), parallel,
                    parallel, System::nanoTime));
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /// How submissions are kept apart from this machine.
    ///
    /// @throws touchstone.sandbox.SandboxException when this machine cannot isolate submissions
    Isolation await() {
        return opened().sandbox().isolation();
    }

    JudgeState.State state() {
        if (!opening.isDone()) {
            return new JudgeState.State(JudgeState.Phase.OPENING, "", Set.of(), "");
        }
        try {
            var isolation = await();
            return new JudgeState.State(JudgeState.Phase.READY, isolation.name(), isolation.safeguards(), "");
        } catch (RuntimeException e) {
            return new JudgeState.State(JudgeState.Phase.FAILED, "", Set.of(),
                    String.valueOf(e.getMessage()));
        }
    }

    private Opened opened() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        return opened().judge().judge(submission, exercise, seed, progress);
    }

    @Override
    public Judgement samples(Submission submission, Exercise exercise, long seed, Progress progress) {
        return opened().judge().samples(submission, exercise, seed, progress);
    }

    @Override
    public Check check(Submission submission, Exercise exercise) {
        return opened().judge().check(submission, exercise);
    }

    @Override
    public Compilation compile(Submission submission, Exercise exercise) {
        return opened().judge().compile(submission, exercise);
    }

    @Override
    public SuiteRun run(Trial trial) {
        return opened().judge().run(trial);
    }

    @Override
    public Judgement judgeToFirstFailure(Submission submission, Exercise exercise, long seed) {
        return opened().judge().judgeToFirstFailure(submission, exercise, seed);
    }

    @Override
    public Series series(Exercise exercise) {
        return opened().judge().series(exercise);
    }

    Evaluator formulas() {
        return (formula, points) -> opened().judge().formulas().values(formula, points);
    }

    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            opening.completeExceptionally(new IllegalStateException("closed before it was opened"));
        }
        if (opening.handle((_, failure) -> failure == null).join()) {
            var opened = opened();
            try (opened.sandbox) {
                opened.judge().close();
            }
        }
    }
}
