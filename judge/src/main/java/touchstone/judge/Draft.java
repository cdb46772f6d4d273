package touchstone.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Compilation.Rejected;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Usage;

/// A judgement while it is being made.
final class Draft {
    private final Exercise exercise;
    private final Submission submission;
    private final String isolation;
    private final long seed;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Verdict verdict = Verdict.JUDGE_ERROR;
    private String message = "";
    private List<TestResult> tests = List.of();
    private Duration compile = Duration.ZERO;
    private Duration run = Duration.ZERO;
    private Usage usage = Usage.NONE;

    Draft(Exercise exercise, Submission submission, String isolation, long seed) {
        this.exercise = exercise;
        this.submission = submission;
        this.isolation = isolation;
        this.seed = seed;
    }

    void compiled(Compilation compilation, Duration taken) {
        compile = taken;
        diagnostics.addAll(compilation.diagnostics());
        if (compilation instanceof Rejected) {
            verdict = Verdict.COMPILE_ERROR;
        }
    }

    void ran(SuiteRun result, Duration taken) {
        run = taken;
        usage = result.usage();
        verdict = result.verdict();
        message = result.tests()
                .stream()
                .filter(test -> test.verdict() == verdict && verdict != Verdict.ACCEPTED)
                .findFirst()
                .map(TestResult::message)
                .orElse("");
        if (verdict == Verdict.COMPILE_ERROR) {
            // It compiled, but is no implementation of the contract: no test means anything.
            diagnostics.add(Diagnostic.error("touchstone.source.solution", message));
        } else {
            tests = result.tests();
        }
    }

    Judgement judgement() {
        var dimensions = Score.of(exercise.rubric(), tests).dimensions();
        return new Judgement(exercise, submission, verdict, message, dimensions, tests, diagnostics, compile,
                run, usage, isolation, seed);
    }

    /// @param ours why nothing can be said about the submission, for operators
    Judgement failed(RuntimeException ours) {
        verdict = Verdict.JUDGE_ERROR;
        message = Objects.requireNonNullElseGet(ours.getMessage(), ours::toString);
        tests = List.of();
        return judgement();
    }
}
