package touchstone.web.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import touchstone.judge.Check;
import touchstone.judge.Judgement;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.compile.Suites;
import touchstone.judge.compile.TestCase;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Usage;

/// Judges by words in the code, with all the tests of the real suite, every one of which has secrets to tell: `right`
/// passes, `broken` does not compile, `ours` makes us fail, everything else fails in every test. `busy` makes the
/// compiler too busy, `held` waits.
final class FakeBench implements Bench {
    static final String SECRET = "secret-";
    static final String HOSTILE = "</pre><script>alert('x')</script>";

    private final Suites suites;
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

    FakeBench(Suites suites) {
        this.suites = suites;
    }

    /// What is held goes on when this is opened.
    CountDownLatch hold() {
        var held = new CountDownLatch(1);
        gate.set(held);
        return held;
    }

    @Override
    public Check check(Submission submission, Exercise exercise) {
        return text(submission).contains("busy") ? new Check.Busy()
                : new Check.Checked(diagnostics(submission));
    }

    @Override
    public Judgement samples(Submission submission, Exercise exercise, long seed, Progress progress) {
        return judgement(submission, exercise, seed, progress, true);
    }

    @Override
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        return judgement(submission, exercise, seed, progress, false);
    }

    private Judgement judgement(
            Submission submission,
            Exercise exercise,
            long seed,
            Progress progress,
            boolean samples) {
        var text = text(submission);
        progress.compiling();
        await(text);
        var tests = text.contains("broken") || text.contains("ours") ? List.<TestResult>of()
                : suites.of(exercise)
                        .tests()
                        .stream()
                        .filter(test -> !samples || test.sample())
                        .map(test -> result(test, text.contains("right")))
                        .toList();
        progress.running(1, Math.max(1, tests.size()));
        var verdict = text.contains("ours") ? Verdict.JUDGE_ERROR
                : text.contains("broken") ? Verdict.COMPILE_ERROR
                : text.contains("right") ? Verdict.ACCEPTED
                : Verdict.WRONG_ANSWER;
        return new Judgement(exercise, submission, verdict, SECRET + "message",
                Map.of(RubricDimension.PRACTICE, 0.5), tests, diagnostics(submission), Duration.ZERO,
                Duration.ZERO, Usage.NONE, SECRET + "isolation", seed);
    }

    private static TestResult result(TestCase test, boolean right) {
        var secret = test.sample() ? "shown-" : SECRET;
        return new TestResult(test.name(), test.about(), test.dimension(), test.sample(), test.points(),
                right ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER, right ? "" : secret + "why",
                secret + "input" + HOSTILE, secret + "expected" + HOSTILE, secret + "actual" + HOSTILE,
                secret + "printed" + HOSTILE, Duration.ofMillis(7));
    }

    private static List<Diagnostic> diagnostics(Submission submission) {
        return text(submission).contains("broken") ? List.of(new Diagnostic(Diagnostic.Severity.ERROR,
                "Solution.java", 3, 7, 0, 0, "compiler.err.expected", "';' expected" + HOSTILE)) : List.of();
    }

    private static String text(Submission submission) {
        return Stream.of(submission.files())
                .flatMap(List::stream)
                .findFirst()
                .map(file -> file.text())
                .orElse("");
    }

    private void await(String text) {
        try {
            if (text.contains("held")) {
                gate.get().await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
