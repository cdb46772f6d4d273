package touchstone.judge.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.TestCase;

/// Listens to JUnit and turns what it reports, together with what the session has
/// seen, into results.
final class TestRecorder implements TestExecutionListener {
    private final Suite suite;
    private final CandidateSession session;
    private final LongSupplier nanos;
    private final Course course;
    private final Map<String, TestResult> results = new LinkedHashMap<>();
    private long started;

    /// Verdict of one test and the reason for people.
    private record Finding(
            Verdict verdict,
            String message,
            @Nullable String expected,
            @Nullable String actual) {
        static Finding of(Verdict verdict, String message) {
            return new Finding(verdict, message, null, null);
        }
    }

    TestRecorder(Suite suite, CandidateSession session, LongSupplier nanos, Course course) {
        this.suite = suite;
        this.session = session;
        this.nanos = nanos;
        this.course = course;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        name(identifier).ifPresent(_ -> {
            course.progress().running(results.size() + 1, suite.tests().size());
            session.beginTest();
            started = nanos.getAsLong();
        });
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        name(identifier).ifPresent(name -> {
            var taken = Duration.ofNanos(nanos.getAsLong() - started);
            var finding = judge(result.getThrowable().orElse(null));
            suite.tests()
                    .stream()
                    .filter(test -> test.name().equals(name))
                    .forEach(test -> results.put(name, result(test, finding, taken)));
            if (finding.verdict != Verdict.ACCEPTED) {
                course.failed();
            }
        });
    }

    /// A result for each test, also for those that JUnit never came to unless it was stopped.
    List<TestResult> results() {
        if (course.stop().isCancellationRequested()) {
            return List.copyOf(results.values());
        }
        var all = new ArrayList<TestResult>();
        for (var test : suite.tests()) {
            var result = results.get(test.name());
            all.add(result != null ? result
                    : result(test, Finding.of(Verdict.JUDGE_ERROR, "the suite did not run this test"),
                            Duration.ZERO));
        }
        return all;
    }

    private static Optional<String> name(TestIdentifier identifier) {
        return identifier.isTest() && identifier.getSource().orElse(null) instanceof MethodSource method
                ? Optional.of(method.getMethodName())
                : Optional.empty();
    }

    private Finding judge(@Nullable Throwable escaped) {
        if (session.failure().isPresent()) {
            return Finding.of(Verdict.JUDGE_ERROR, String.valueOf(session.failure().get().getMessage()));
        }
        if (session.fate().isPresent()) {
            var fate = session.fate().get();
            return Finding.of(fate.verdict(), fate.message());
        }
        if (escaped == null) {
            return Finding.of(Verdict.ACCEPTED, "");
        }
        var thrown = session.thrownBehind(escaped);
        if (escaped instanceof AssertionError) {
            return assertion(escaped);
        }
        if (thrown.isPresent()) {
            return Finding.of(Verdict.RUN_TIME_ERROR, thrown.get());
        }
        if (session.hasReturned()) {
            return Finding.of(Verdict.WRONG_ANSWER, "the result could not be read: " + escaped);
        }
        return Finding.of(Verdict.JUDGE_ERROR, "the suite failed before any call: " + escaped);
    }

    private static Finding assertion(Throwable error) {
        var message = String.valueOf(error.getMessage());
        return error instanceof AssertionFailedError failed
                ? new Finding(Verdict.WRONG_ANSWER, message, shown(failed.getExpected()),
                        shown(failed.getActual()))
                : Finding.of(Verdict.WRONG_ANSWER, message);
    }

    private static @Nullable String shown(@Nullable ValueWrapper value) {
        return value == null ? null : value.getStringRepresentation();
    }

    private TestResult result(TestCase test, Finding finding, Duration taken) {
        var failed = finding.verdict != Verdict.ACCEPTED;
        return new TestResult(test.name(), test.about(), test.dimension(), test.sample(), test.points(),
                finding.verdict, finding.message, failed ? session.call() : null, finding.expected,
                finding.actual, session.printed(), taken);
    }
}
