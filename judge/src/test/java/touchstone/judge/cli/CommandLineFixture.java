package touchstone.judge.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import touchstone.judge.Judgement;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.report.Judgements;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Safeguard;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.Usage;

/// Runs command lines in this JVM, with a judge that knows its verdict before it
/// has seen anything.
final class CommandLineFixture implements Workshop {
    static final Path SHIPPED = Path.of("src/test/resources/touchstone/judge/cli/exercises");
    static final Path BROKEN = Path.of("src/test/resources/touchstone/judge/cli/broken");

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final Path cache;
    private Verdict verdict = Verdict.ACCEPTED;
    private @Nullable String fault;
    private Map<String, String> environment = Map.of();
    private boolean terminal;
    private long seed;
    private List<Extension> extensions = List.of();

    CommandLineFixture(Path cache) {
        this.cache = cache;
    }

    record Result(int code, String out, String err) {}

    CommandLineFixture answering(Verdict answer) {
        verdict = answer;
        return this;
    }

    CommandLineFixture withoutSandbox(String reason) {
        fault = reason;
        return this;
    }

    CommandLineFixture onTerminal(Map<String, String> variables) {
        terminal = true;
        environment = variables;
        return this;
    }

    CommandLineFixture with(Extension extension) {
        extensions = List.of(extension);
        return this;
    }

    long seed() {
        return seed;
    }

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8), terminal, false, environment);
        int code = new Touchstone(console, this, () -> NOW, extensions).run(List.of(arguments),
                Locale.ENGLISH);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public Path shipped() {
        return SHIPPED;
    }

    @Override
    public Path cache() {
        return cache;
    }

    @Override
    public Suite suite(Exercise exercise) {
        return new Suites(new Cache(cache)).of(exercise);
    }

    @Override
    public Isolation isolation(Consumer<String> progress) {
        if (fault != null) {
            throw new SandboxException(fault);
        }
        return new Isolation("pretended", Set.of(Safeguard.EMPTY_ENVIRONMENT));
    }

    @Override
    public Sandbox sandbox(Consumer<String> progress) {
        throw new SandboxException("there is no sandbox here");
    }

    @Override
    public Session open(int parallel, Consumer<String> progress) {
        isolation(progress);
        return new Session() {
            @Override
            public Judgement judge(Submission submission, Exercise exercise, long given, Progress unused) {
                seed = given;
                return Judgements.of(verdict);
            }

            @Override
            public Compilation compile(Submission submission, Exercise exercise) {
                return new Compilation.Compiled(List.of(), List.of());
            }

            @Override
            public SuiteRun run(Trial trial) {
                return new SuiteRun(Judgements.of(verdict).tests(), Usage.NONE, Duration.ZERO);
            }

            @Override
            public Evaluator formulas() {
                return new LocalEvaluator();
            }

            @Override
            public void close() {}
        };
    }
}
