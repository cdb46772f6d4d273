package touchstone.judge;

import touchstone.judge.exercise.Exercise;
import touchstone.judge.submission.Submission;

/// The life of a submission: compile in the box, run the hidden suite out here against a boxed
/// worker, score. Safe for use by several threads.
public final class Judge implements AutoCloseable {
    /// Judges one submission. Never throws for anything a submission does; what is our own fault
    /// comes back as JUDGE_ERROR after it was retried.
    ///
    /// @param seed of the random inputs; the same seed gives the same report
    public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
