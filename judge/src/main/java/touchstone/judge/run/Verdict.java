package touchstone.judge.run;

/// The judgement of a test or of a submission.
public enum Verdict {
    ACCEPTED,
    WRONG_ANSWER,
    RUN_TIME_ERROR,
    TIME_LIMIT_EXCEEDED,
    MEMORY_LIMIT_EXCEEDED,
    OUTPUT_LIMIT_EXCEEDED,
    COMPILE_ERROR,
    SECURITY_VIOLATION,
    /// Ours: retried, never costs points, never shown as the candidate's.
    JUDGE_ERROR
}
