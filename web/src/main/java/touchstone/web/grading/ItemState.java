package touchstone.web.grading;

import java.time.Instant;
import java.util.Optional;

/// How far a candidate is with an item, with what an overview shows of it; nothing of its score.
///
/// @param progress of the last submission
/// @param submissions how many there are
public record ItemState(
        ItemProgress progress,
        int submissions,
        Optional<Instant> submittedAt,
        Optional<Instant> draftedAt) {
    /// Whether something was typed after the last submission, or without any.
    public boolean changedSince() {
        return draftedAt
                .filter(drafted -> submittedAt.filter(handedIn -> !drafted.isAfter(handedIn)).isEmpty())
                .isPresent();
    }
}
