package touchstone.web.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Standing;
import touchstone.judge.interview.Weights;
import touchstone.web.store.Candidate;

/// A candidate's line in the table of an interview.
///
/// @param total absent if nothing is assessed, which is not zero
/// @param range the lowest and highest total that open items can still lead to; absent if none is open
/// @param dimensions all, in the rubric's order; without a score if not assessed
/// @param fractions what counts of each item, in the order of the interview; without a value where nothing does (yet)
/// @param done items for which something was handed in
/// @param items that the candidate can work on
/// @param waitingReviews answers in words that no person has marked
/// @param ourErrors items that we failed to judge and should judge again
/// @param finishedAt absent until the end
public record CandidateSummary(
        Candidate candidate,
        Optional<Fraction> total,
        Optional<InterviewScore.Range> range,
        Map<RubricDimension, Optional<Fraction>> dimensions,
        Map<String, Optional<Fraction>> fractions,
        int done,
        int items,
        int waitingReviews,
        int ourErrors,
        Duration timeUsed,
        Duration timeAllowed,
        Optional<Instant> finishedAt) {
    public CandidateSummary {
        dimensions = Collections.unmodifiableMap(new EnumMap<>(dimensions));
        fractions = Collections.unmodifiableMap(new LinkedHashMap<>(fractions));
    }

    /// Whether the total can still change without anybody overruling it: somebody who is still at work can hand in
    /// something better.
    public boolean provisional() {
        return range.isPresent() || ourErrors > 0 || finishedAt.isEmpty();
    }

    static CandidateSummary of(
            Candidate candidate,
            Timing timing,
            List<ItemGrading> gradings,
            Weights weights,
            Instant now) {
        var score = InterviewScore.of(weights, gradings.stream().map(ItemGrading::evidence).toList());
        var dimensions = new EnumMap<RubricDimension, Optional<Fraction>>(RubricDimension.class);
        score.dimensions().forEach(one -> dimensions.put(one.dimension(), one.score()));
        var fractions = new LinkedHashMap<String, Optional<Fraction>>();
        gradings.forEach(one -> fractions.put(one.item().id(), one.evidence().fraction()));
        return new CandidateSummary(candidate, score.total(), score.range(), dimensions, fractions,
                count(gradings, one -> one.item().available() && one.state().progress().handedIn()),
                count(gradings, one -> one.item().available()),
                count(gradings, CandidateSummary::waitsForReview), count(gradings, ItemGrading::retry),
                timing.used(now), timing.allowed(), candidate.endedAt());
    }

    private static boolean waitsForReview(ItemGrading grading) {
        return grading.evidence().open()
                && grading.evidence().standing() instanceof Standing.WaitingForReview;
    }

    private static int count(List<ItemGrading> gradings, Predicate<ItemGrading> wanted) {
        return Math.toIntExact(gradings.stream().filter(wanted).count());
    }
}
