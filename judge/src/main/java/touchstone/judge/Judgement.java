package touchstone.judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Usage;

/// Everything the judge knows about one submission when it is done with it.
///
/// @param verdict the first cause in order of tests
/// @param message one sentence beside the verdict where it needs one, else empty
/// @param dimensions score from 0 to 1 of each dimension that the exercise has a share in
/// @param tests in the order of the suite; empty when nothing was run
/// @param usage of all its workers together
/// @param isolation name of the backend that ran it
public record Judgement(
        Exercise exercise,
        Submission submission,
        Verdict verdict,
        String message,
        Map<RubricDimension, Double> dimensions,
        List<TestResult> tests,
        List<Diagnostic> diagnostics,
        Duration compile,
        Duration run,
        Usage usage,
        String isolation,
        long seed) {
    public Judgement {
        dimensions = Map.copyOf(dimensions);
        tests = List.copyOf(tests);
        diagnostics = List.copyOf(diagnostics);
    }

    public int points() {
        return tests.stream().mapToInt(TestResult::points).sum();
    }
}
