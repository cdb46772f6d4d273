package touchstone.web.store;

import java.time.Instant;

/// What a candidate handed in for an item: a source file or an answer. Never changed.
///
/// @param number of this candidate's for this item, from 1
/// @param sha256 of the content as UTF-8, which the receipt states
public record Submission(
        long id,
        long candidateId,
        String item,
        int number,
        String content,
        String sha256,
        Origin origin,
        Instant submittedAt) {
    /// Whether the candidate pressed the button, or the draft was collected at the end.
    public enum Origin {
        CANDIDATE, COLLECTED
    }

    @Override
    public String toString() {
        return "Submission[" + id + ", " + candidateId + ", " + item + "]";
    }
}
