package touchstone.web.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.web.store.Overruling;
import touchstone.web.store.Review;

/// All rows of the store about one candidate's item.
///
/// @param attempts in the order of their numbers
/// @param reviews of all of them, in the order in which they were written
/// @param overrulings in the order of the decisions
record ItemRows(
        List<Attempt> attempts,
        List<Signed<Review>> reviews,
        List<Signed<Overruling>> overrulings,
        Optional<Instant> draftedAt) {
    static final ItemRows NONE = new ItemRows(List.of(), List.of(), List.of(), Optional.empty());

    ItemRows {
        attempts = List.copyOf(attempts);
        reviews = List.copyOf(reviews);
        overrulings = List.copyOf(overrulings);
    }

    ItemState state() {
        if (attempts.isEmpty()) {
            return new ItemState(draftedAt.isPresent() ? ItemProgress.DRAFT : ItemProgress.NOT_STARTED, 0,
                    Optional.empty(), draftedAt);
        }
        var last = attempts.getLast();
        return new ItemState(last.judged() ? ItemProgress.JUDGED : ItemProgress.SUBMITTED, attempts.size(),
                Optional.of(last.submission().submittedAt()), draftedAt);
    }
}
