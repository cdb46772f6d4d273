package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// What the machine makes of a submission.
///
/// @param attempt how often it was begun; only the latest attempt may write its verdict
/// @param version content hash of the exercise or question that it was judged by
/// @param standing what it is worth, as JSON
/// @param record everything known about the run of an exercise, as JSON
public record Judging(
        long submissionId,
        State state,
        int attempt,
        Optional<Instant> beganAt,
        Optional<Instant> doneAt,
        Optional<String> version,
        Optional<String> standing,
        Optional<String> record) {
    /// FAILED is our fault, stands as a judge error and may yet be replaced.
    public enum State {
        QUEUED, RUNNING, FAILED, DONE
    }

    /// Whether there is a result, be it that we failed.
    public boolean done() {
        return standing.isPresent();
    }
}
