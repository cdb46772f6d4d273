package touchstone.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.BoxedEvaluator;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.run.Host;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SharedWorker;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.SuiteRunner;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxedCompiler;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Program;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.Usage;
import touchstone.sandbox.Worker;
import touchstone.sandbox.WorkerPool;

/// The life of a submission: compile in the box, run the hidden suite out here against a boxed
/// worker, score. Safe for use by several threads.
public final class Judge implements Trials, AutoCloseable {
    /// Somebody who kills our workers must be unlucky for the submission this many times in a row.
    private static final int ATTEMPTS_MAX = 4;
    /// What a check may wait for its turn, and then take: later it is of no use to somebody who types on.
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(1);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(2);

    private final Sandbox sandbox;
    private final Limits limits;
    private final BoxedCompiler compiler;
    private final WorkerPool workers;
    private final Suites suites;
    private final SuiteRunner runner;
    private final CallLimits callLimits;
    private final LongSupplier nanos;
    private @Nullable Evaluator formulas;
    private @Nullable BoxedCompiler checker;

    private Judge(
            Sandbox sandbox,
            Limits limits,
            BoxedCompiler compiler,
            WorkerPool workers,
            Cache cache,
            LongSupplier nanos) {
        this.sandbox = sandbox;
        this.limits = limits;
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
        return new Judge(sandbox, limits, new BoxedCompiler(sandbox, limits, compilers),
                new WorkerPool(sandbox, limits, ahead), new Cache(cache), nanos);
    }

    /// One attempt at a submission.
    ///
    /// @param part which of the suite's tests are run
    /// @param whole whether it goes on after the first test that fails
    /// @param last whether it is not repeated
    private record Task(
            Submission submission,
            Exercise exercise,
            UnaryOperator<Suite> part,
            boolean whole,
            long seed,
            Progress progress,
            boolean last) {}

    /// Judges one submission. Never throws for anything a submission does; what is our own fault comes
    /// back as JUDGE_ERROR after it was retried.
    ///
    /// @param seed of the random inputs; the same seed gives the same report
    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        return repeatedly(
                last -> new Task(submission, exercise, UnaryOperator.identity(), true, seed, progress, last));
    }

    @Override
    public Judgement judgeToFirstFailure(Submission submission, Exercise exercise, long seed) {
        return repeatedly(last -> new Task(submission, exercise, UnaryOperator.identity(), false, seed,
                Progress.NONE, last));
    }

    /// The same with nothing but the tests that candidates may see: no hidden test is run, counted, or in
    /// the judgement.
    public Judgement samples(Submission submission, Exercise exercise, long seed, Progress progress) {
        return repeatedly(last -> new Task(submission, exercise, Suite::samples, true, seed, progress, last));
    }

    /// Compiles and nothing else. Checks have a compiler of their own, so that however many candidates type,
    /// no verdict waits for one; and since there is only one, a check may find it [Check.Busy]. So does one that
    /// takes too long, because a hurried compiler may be late for any source.
    ///
    /// @throws touchstone.sandbox.SandboxException when no compiler can be had: our failure
    public Check check(Submission submission, Exercise exercise) {
        if (!submission.unreadable().isEmpty()) {
            return new Check.Checked(submission.unreadable());
        }
        var contract = suites.of(exercise).contractClasses();
        return checker().compile(submission.files(), contract, CHECK_PATIENCE)
                .map(Compilation::diagnostics)
                .filter(found -> found.stream().noneMatch(each -> each.code().equals(BoxedCompiler.TOO_SLOW)))
                .<Check>map(Check.Checked::new)
                .orElseGet(Check.Busy::new);
    }

    private synchronized BoxedCompiler checker() {
        if (checker == null) { // most judges are never asked
            var time = limits.time().withCompile(CHECK_LIMIT);
            checker = new BoxedCompiler(sandbox,
                    new Limits(limits.box(), limits.wire(), time, limits.source()), 1);
        }
        return checker;
    }

    /// @param task by whether it is the last attempt
    private Judgement repeatedly(Function<Boolean, Task> task) {
        Judgement judgement;
        int attempts = 0;
        do {
            attempts++;
            judgement = attempt(task.apply(attempts == ATTEMPTS_MAX));
        } while (judgement.verdict() == Verdict.JUDGE_ERROR && attempts < ATTEMPTS_MAX);
        return judgement;
    }

    private Judgement attempt(Task task) {
        var draft = new Draft(task.exercise, task.submission, sandbox.isolation().name(), task.seed);
        try {
            var suite = suites.of(task.exercise);
            var limit = callLimits.of(suite, this::measured, task.progress);
            task.progress.compiling();
            long start = nanos.getAsLong();
            var compilation = compile(task.submission, suite);
            draft.compiled(compilation, since(start));
            if (compilation instanceof Compiled compiled) {
                start = nanos.getAsLong();
                draft.ran(run(task, task.part.apply(suite), compiled, limit), since(start));
            }
            return draft.judgement();
        } catch (RuntimeException ours) {
            // A person waits for a verdict, whatever is wrong with us.
            return draft.failed(ours);
        } finally {
            workers.refill();
        }
    }

    private Compilation compile(Submission submission, Suite suite) {
        return submission.unreadable().isEmpty()
                ? compiler.compile(submission.files(), suite.contractClasses())
                : new Rejected(submission.unreadable());
    }

    private SuiteRun run(Task task, Suite suite, Compiled compiled, Duration limit) {
        var program = program(suite, compiled.classes());
        var supply = supply(suite.exercise(), task.last);
        return task.whole ? runner.run(suite, program, supply, limit, task.seed, task.progress)
                : runner.runToFirstFailure(suite, program, supply, limit, task.seed);
    }

    private static Program program(Suite suite, List<ClassFile> classes) {
        return new Program(suite.contract(), suite.contractClasses(), classes);
    }

    private Host.Supply supply(Exercise exercise, boolean last) {
        return () -> Host.of(worker(exercise), last);
    }

    private Worker worker(Exercise exercise) {
        return workers.take(new BoxSpec(BoxSpec.Program.WORKER, exercise.limits().box(), exercise.jit()));
    }

    private SuiteRun measured(Suite suite, Submission submission, Duration limit, long seed) {
        return switch (compile(submission, suite)) {
            case Rejected _ -> new SuiteRun(List.of(), Usage.NONE, Duration.ZERO);
            case Compiled(var classes, _) -> runner.run(suite, program(suite, classes),
                    supply(suite.exercise(), true), limit, seed, Progress.NONE);
        };
    }

    @Override
    public Compilation compile(Submission submission, Exercise exercise) {
        return compile(submission, suites.of(exercise));
    }

    @Override
    public SuiteRun run(Trial trial) {
        return run(trial, last -> supply(trial.suite().exercise(), last));
    }

    @Override
    public Series series(Exercise exercise) {
        var worker = new SharedWorker(() -> worker(exercise));
        return new Series() {
            @Override
            public SuiteRun run(Trial trial) {
                return Judge.this.run(trial, worker::supply);
            }

            @Override
            public void close() {
                worker.close();
            }
        };
    }

    /// @param supply by whether it is the last attempt
    private SuiteRun run(Trial trial, Function<Boolean, Host.Supply> supply) {
        var limit = trial.call()
                .orElseGet(() -> callLimits.of(suites.of(trial.suite().exercise()), this::measured,
                        Progress.NONE));
        SuiteRun run;
        int attempts = 0;
        do {
            attempts++;
            run = run(trial, limit, supply.apply(attempts == ATTEMPTS_MAX));
            workers.refill();
        } while (run.verdict() == Verdict.JUDGE_ERROR && attempts < ATTEMPTS_MAX);
        return run;
    }

    private SuiteRun run(Trial trial, Duration limit, Host.Supply supply) {
        var suite = trial.suite();
        var program = program(suite, trial.classes());
        return trial.whole() ? runner.run(suite, program, supply, limit, trial.seed(), Progress.NONE)
                : runner.runToFirstFailure(suite, program, supply, limit, trial.seed());
    }

    /// Evaluates candidates' formulas, each in a worker of its own from the same pool.
    public synchronized Evaluator formulas() {
        if (formulas == null) { // most judges never see a formula, and reading Janino takes a moment
            formulas = new BoxedEvaluator(workers, limits);
        }
        return formulas;
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    @Override
    public void close() {
        workers.close();
        compiler.close();
        closeChecker();
    }

    private synchronized void closeChecker() {
        if (checker != null) {
            checker.close();
        }
    }
}
