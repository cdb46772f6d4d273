package touchstone.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.web.store.Review;
import touchstone.web.store.Store;

/// What the team does. Two of its people take turns with reviews.
///
/// @param now which nothing is later than
record Team(Store store, Instant now, long owner, long interviewer) {
    void notes(Instant at, String action, String subject, String detail) {
        store.audit().add(at, Optional.of(owner), Optional.empty(), action, subject, detail);
    }

    /// @param turn of reviews: even ones are the interviewer's
    void review(long submission, int turn, List<Integer> ticked, String comment, Instant at) {
        long by = turn % 2 == 0 ? interviewer : owner;
        var numbers = Review.ticked(ticked);
        store.reviews().add(submission, numbers, comment, by, at);
        store.audit()
                .add(at, Optional.of(by), Optional.empty(), "review.decide", "submission:" + submission,
                        numbers);
    }

    /// After the interview, when answers were reviewed.
    void remark(long candidate, Story.Remarks remarks, Instant ended) {
        var at = earlier(ended.plus(Duration.ofHours(3)));
        for (var decision : remarks.decisions()) {
            store.overrulings()
                    .add(candidate, decision.item(), Optional.of(decision.fraction()), decision.reason(),
                            owner, at);
            notes(at, "score.overrule", "candidate:" + candidate + "/" + decision.item(),
                    decision.fraction());
        }
        for (var note : remarks.notes()) {
            store.notes().add(candidate, note.item(), note.text(), interviewer, at);
        }
    }

    Instant earlier(Instant at) {
        return at.isBefore(now) ? at : now;
    }
}
