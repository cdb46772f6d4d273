package touchstone.web.grading;

import java.util.List;
import java.util.Optional;
import touchstone.judge.question.Key.KeyPoint;
import touchstone.judge.question.Question;
import touchstone.web.store.Reviews.Lock;

/// An answer in words, as a reviewer sees it: without anything that tells whose it is, not even when it came.
///
/// @param code to speak about it by; the answers of one candidate have different ones
/// @param points to tick, as they were when it was handed in
/// @param decided whether a person has marked it already
/// @param lock of whoever is reviewing it just now
public record OpenAnswer(
        long submissionId,
        long interviewId,
        String interviewTitle,
        Question question,
        String code,
        String answer,
        List<KeyPoint> points,
        boolean decided,
        Optional<Signed<Lock>> lock) {
    public OpenAnswer {
        points = List.copyOf(points);
    }

    /// Whether somebody else is at it.
    public boolean lockedFor(long account) {
        return lock.filter(held -> held.value().accountId() != account).isPresent();
    }
}
