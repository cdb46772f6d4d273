package touchstone.judge.bench;

import java.nio.file.Path;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;

/// A sample submission of the benchmark's exercise and the verdict it must get, whichever way it is judged.
record BenchSubmission(Path file, Submission submission, Verdict expected) {
    /// Reaches a verdict without running into a time limit, so that its cost is the judge's and not the limit's.
    boolean ordinary() {
        return expected != Verdict.TIME_LIMIT_EXCEEDED;
    }
}
