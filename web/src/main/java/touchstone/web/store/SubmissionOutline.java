package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;
import touchstone.web.store.Submission.Origin;

/// A submission and its judging without what is long: neither content nor record.
///
/// @param state of the judging; absent if there is none
/// @param doneAt when it was judged
/// @param version content hash of the item that it was judged by
/// @param standing what it is worth, as JSON
public record SubmissionOutline(
        long id,
        long candidateId,
        String item,
        int number,
        String sha256,
        Origin origin,
        Instant submittedAt,
        Optional<Judging.State> state,
        Optional<Instant> doneAt,
        Optional<String> version,
        Optional<String> standing) {
    @Override
    public String toString() {
        return "SubmissionOutline[" + id + ", " + candidateId + ", " + item + "]";
    }
}
