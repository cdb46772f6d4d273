package touchstone.web.grading;

import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Standing;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Judging;
import touchstone.web.store.Overruling;
import touchstone.web.store.Review;
import touchstone.web.store.Submission;

/// An item of a candidate with its whole history.
///
/// @param history of submissions, in the order of their numbers
/// @param reviews of all submissions, in the order in which they were written
/// @param overrulings and withdrawals of such, in the order of the decisions
/// @param outdated whether what counts was judged by another version of the item than the library has now
/// @param retry whether a submission that we failed to judge could still raise the score
public record ItemDetails(
        ResolvedItem item,
        Evidence evidence,
        ItemState state,
        List<HandedIn> history,
        List<Signed<Review>> reviews,
        List<Signed<Overruling>> overrulings,
        boolean outdated,
        boolean retry) {
    public ItemDetails {
        history = List.copyOf(history);
        reviews = List.copyOf(reviews);
        overrulings = List.copyOf(overrulings);
    }

    /// A submission with all that is known about its judging.
    ///
    /// @param standing absent while it is not judged
    /// @param counts whether it is the one that counts
    public record HandedIn(
            Submission submission,
            Optional<Judging> judging,
            Optional<Standing> standing,
            boolean counts) {}

    /// The submission that counts.
    public Optional<HandedIn> counting() {
        return history.stream().filter(HandedIn::counts).findFirst();
    }
}
