package touchstone.judge.run;

import java.time.Duration;
import java.util.List;
import touchstone.sandbox.Usage;

/// What a suite made of a submission.
///
/// @param tests in order of the suite, one for each of its tests
/// @param slowest the slowest single call
public record SuiteRun(List<TestResult> tests, Usage usage, Duration slowest) {
    public SuiteRun {
        tests = List.copyOf(tests);
    }

    /// ACCEPTED, or the verdict of the first test that failed; a failure of ours
    /// anywhere counts before all else.
    public Verdict verdict() {
        if (tests.stream().anyMatch(test -> test.verdict() == Verdict.JUDGE_ERROR)) {
            return Verdict.JUDGE_ERROR;
        }
        return tests.stream()
                .map(TestResult::verdict)
                .filter(verdict -> verdict != Verdict.ACCEPTED)
                .findFirst()
                .orElse(Verdict.ACCEPTED);
    }
}
