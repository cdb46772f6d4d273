package touchstone.web.workspace;

import touchstone.judge.Check;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;

/// What a candidate at work asks of the judge, beside what is handed in: nothing of it is kept. All tests are run
/// for the practice only.
public interface Bench extends Judging {
    /// The compiler alone.
    Check check(Submission submission, Exercise exercise);

    /// The tests that candidates may see.
    Judgement samples(Submission submission, Exercise exercise, long seed, Progress progress);
}
