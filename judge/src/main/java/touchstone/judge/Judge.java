package touchstone.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Host;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.SuiteRunner;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxedCompiler;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Program;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.Usage;
import touchstone.sandbox.WorkerPool;

/// The life of a submission: compile in the box, run the hidden suite out here against a boxed
/// worker, score. Safe for use by several threads.
public final class Judge implements AutoCloseable {
    private final Sandbox sandbox;
    private final BoxedCompiler compiler;
    private final WorkerPool workers;
    private final Suites suites;
    private final SuiteRunner runner;
    private final CallLimits callLimits;
    private final LongSupplier nanos;

    private Judge(
            Sandbox sandbox,
            BoxedCompiler compiler,
            WorkerPool workers,
            Cache cache,
            LongSupplier nanos) {
        this.sandbox = sandbox;
        this.compiler = compiler;
        this.workers = workers;
        this.nanos = nanos;
        suites = new Suites(cache);
        runner = new SuiteRunner(nanos);
        callLimits = new CallLimits(cache);
    }

    /// A judge in this sandbox, which stays its opener's to close.
    ///
    /// @param cache folder for compiled suites and measured limits
    /// @param compilers boxes that compile; each serves one submission at a time
    /// @param ahead workers that are started ahead
    /// @param nanos a clock as [System#nanoTime()]
    public static Judge open(
            Sandbox sandbox,
            Limits limits,
            Path cache,
            int compilers,
            int ahead,
            LongSupplier nanos) {
        return new Judge(sandbox, new BoxedCompiler(sandbox, limits, compilers),
                new WorkerPool(sandbox, limits, ahead), new Cache(cache), nanos);
    }

    /// Judges one submission. Never throws for anything a submission does; what is our own fault comes
    /// back as JUDGE_ERROR after it was retried.
    ///
    /// @param seed of the random inputs; the same seed gives the same report
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        var first = attempt(submission, exercise, seed, progress);
        return first.verdict() == Verdict.JUDGE_ERROR ? attempt(submission, exercise, seed, progress) : first;
    }

    // Whatever goes wrong in here is ours, and a person waits for a verdict all the same.
    private Judgement attempt(Submission submission, Exercise exercise, long seed, Progress progress) {
        var draft = new Draft(exercise, submission, sandbox.isolation().name(), seed);
        try {
            var suite = suites.of(exercise);
            var limit = callLimits.of(suite, this::trial, progress);
            progress.compiling();
            long start = nanos.getAsLong();
            var compilation = compile(submission, suite);
            draft.compiled(compilation, since(start));
            if (compilation instanceof Compiled(var classes, _)) {
                start = nanos.getAsLong();
                draft.ran(run(suite, new Program(suite.contract(), suite.contractClasses(), classes), limit,
                        seed, progress), since(start));
            }
            return draft.judgement();
        } catch (RuntimeException e) {
            return draft.failed(e);
        } finally {
            workers.refill();
        }
    }

    private Compilation compile(Submission submission, Suite suite) {
        return submission.unreadable().isEmpty()
                ? compiler.compile(submission.files(), suite.contractClasses())
                : new Rejected(submission.unreadable());
    }

    private SuiteRun run(Suite suite, Program program, Duration limit, long seed, Progress progress) {
        var exercise = suite.exercise();
        var spec = new BoxSpec(BoxSpec.Program.WORKER, exercise.limits().box(), exercise.jit());
        return runner.run(suite, program, () -> Host.of(workers.take(spec)), limit, seed, progress);
    }

    private SuiteRun trial(Suite suite, Submission submission, Duration limit, long seed) {
        return switch (compile(submission, suite)) {
            case Rejected _ -> new SuiteRun(List.of(), Usage.NONE, Duration.ZERO);
            case Compiled(var classes, _) ->
                run(suite, new Program(suite.contract(), suite.contractClasses(), classes), limit, seed,
                        Progress.NONE);
        };
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    @Override
    public void close() {
        workers.close();
        compiler.close();
    }
}
