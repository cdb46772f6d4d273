package touchstone.judge.batch;

import touchstone.judge.Judging;
import touchstone.judge.interview.InterviewGrader;

/// Who judges a batch. Both are asked by several threads at once.
///
/// @param code judges exercises
/// @param answers marks questions
public record Grading(Judging code, InterviewGrader answers) {}
