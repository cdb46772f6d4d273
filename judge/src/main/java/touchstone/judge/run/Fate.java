package touchstone.judge.run;

import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;

/// A verdict that a test has earned whatever its assertions say, because the
/// submission lost its worker or was not let into one.
record Fate(Verdict verdict, String message) {
    static Fate of(Ended ended) {
        return new Fate(verdict(ended.cause()), ended.detail());
    }

    private static Verdict verdict(Cause cause) {
        return switch (cause) {
            case DIED -> Verdict.RUN_TIME_ERROR;
            // Not this submission's doing as far as we know: it gets another attempt.
            case KILLED -> Verdict.JUDGE_ERROR;
            case TIME -> Verdict.TIME_LIMIT_EXCEEDED;
            case MEMORY -> Verdict.MEMORY_LIMIT_EXCEEDED;
            case OUTPUT, VALUE -> Verdict.OUTPUT_LIMIT_EXCEEDED;
            case VIOLATION -> Verdict.SECURITY_VIOLATION;
        };
    }
}
