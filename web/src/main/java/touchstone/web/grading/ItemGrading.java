package touchstone.web.grading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Candidate;

/// What the rows about a candidate's item come to.
///
/// @param counting the submission that counts, judged or not
/// @param retry whether a submission that we failed to judge could still raise the score
record ItemGrading(
        ResolvedItem item,
        ItemRows rows,
        ItemState state,
        Optional<Attempt> counting,
        Evidence evidence,
        boolean retry) {
    static ItemGrading of(ResolvedItem item, Candidate candidate, ItemRows rows) {
        var counting = counting(item.item(), rows.attempts());
        var standing = standing(item, candidate, counting);
        var evidence = Evidence.of(item.item(), standing, gradedAt(candidate, counting));
        if (standing instanceof Standing.WaitingForReview waiting) {
            evidence = review(item, rows, counting.orElseThrow(), waiting).map(evidence::with)
                    .orElse(evidence);
        }
        evidence = overruling(item, rows).map(evidence::with).orElse(evidence);
        return new ItemGrading(item, rows, rows.state(), counting, evidence, retry(evidence, rows));
    }

    /// Whether what counts was judged by another version of the item than the library has now.
    boolean outdated() {
        return counting.flatMap(attempt -> attempt.submission().version())
                .filter(version -> !item.item().version().isEmpty() && !version.equals(item.item().version()))
                .isPresent();
    }

    /// Of an exercise the submission with most points, the later if equal; of a question the last. What has no
    /// points, because it is not judged yet or we failed, counts only where nothing else does.
    private static Optional<Attempt> counting(Item item, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Optional.empty();
        }
        var best = attempts.getLast();
        if (item.kind() == Item.Kind.EXERCISE) {
            for (var attempt : attempts.reversed()) {
                var points = points(item, attempt);
                var most = points(item, best);
                if (points.isPresent() && (most.isEmpty() || points.get().compareTo(most.get()) > 0)) {
                    best = attempt;
                }
            }
        }
        return Optional.of(best);
    }

    private static Optional<Fraction> points(Item item, Attempt attempt) {
        return attempt.standing()
                .flatMap(standing -> Evidence.of(item, standing, attempt.submission().submittedAt())
                        .byMachine());
    }

    /// An item that the library lacks has no rubric, so whatever was handed in for it counts nowhere.
    private static Standing standing(ResolvedItem item, Candidate candidate, Optional<Attempt> counting) {
        if (!item.available()) {
            return new Standing.Missing();
        }
        if (counting.isPresent()) {
            return counting.get().standing().orElseGet(() -> new Standing.Pending(true));
        }
        return candidate.state() == Candidate.State.ENDED ? new Standing.NoAnswer()
                : new Standing.Pending(false);
    }

    private static Instant gradedAt(Candidate candidate, Optional<Attempt> counting) {
        return counting.map(Attempt::submission)
                .map(submission -> submission.doneAt().orElse(submission.submittedAt()))
                .or(candidate::endedAt)
                .or(candidate::startedAt)
                .orElse(candidate.invitedAt());
    }

    /// A review of key points that the question no longer has is as good as none.
    private static Optional<Review> review(
            ResolvedItem item,
            ItemRows rows,
            Attempt counting,
            Standing.WaitingForReview waiting) {
        return rows.reviews()
                .reversed()
                .stream()
                .filter(one -> one.value().submissionId() == counting.submission().id())
                .findFirst()
                .filter(one -> one.value()
                        .numbers()
                        .stream()
                        .allMatch(number -> number >= 1 && number <= waiting.points().size()))
                .map(one -> new Review(item.id(), one.value().numbers(), one.value().comment(), one.by(),
                        one.value().reviewedAt()));
    }

    private static Optional<Overruling> overruling(ResolvedItem item, ItemRows rows) {
        if (rows.overrulings().isEmpty()) {
            return Optional.empty();
        }
        var last = rows.overrulings().getLast();
        return last.value()
                .fraction()
                .map(fraction -> new Overruling(item.id(), Fraction.parse(fraction), last.value().reason(),
                        last.by(), last.value().decidedAt()));
    }

    private static boolean retry(Evidence evidence, ItemRows rows) {
        if (evidence.overruling().isPresent() || evidence.standing() instanceof Standing.Missing) {
            return false;
        }
        boolean bestOfSeveral = evidence.item().kind() == Item.Kind.EXERCISE
                && rows.attempts().stream().anyMatch(Attempt::failedByUs)
                && evidence.fraction().filter(Fraction.ONE::equals).isEmpty();
        return bestOfSeveral || evidence.standing() instanceof Standing.JudgeError;
    }
}
