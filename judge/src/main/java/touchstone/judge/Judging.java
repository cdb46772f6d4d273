package touchstone.judge;

import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;

/// Judges submissions: the judge itself, or what a test puts in its place.
@FunctionalInterface
public interface Judging {
    Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress);
}
