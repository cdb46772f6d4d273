package touchstone.web.report;

import java.time.Instant;
import java.util.Optional;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Item;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.Signed;
import touchstone.web.store.Candidate;
import touchstone.web.store.Overruling;
import touchstone.web.store.Review;

/// A person's score in place of another, or its withdrawal.
///
/// @param points of the item's; empty if the decision before is withdrawn
record Decision(Optional<String> points, String reason, String by, Instant at) {
    static Decision of(Signed<Overruling> overruling, Item item, Voice voice) {
        var value = overruling.value();
        return new Decision(
                value.fraction()
                        .map(Fraction::parse)
                        .map(earned -> InterviewWords.points(item, Optional.of(earned))),
                Voice.shown(value.reason()), voice.interview().name(overruling.by()), value.decidedAt());
    }

    /// Names the last thing that people said about an item, so that nobody overrules what they have not seen.
    static String lastSeen(ItemDetails details) {
        long overruling = details.overrulings()
                .stream()
                .map(Signed::value)
                .mapToLong(Overruling::id)
                .max()
                .orElse(0);
        long review = details.reviews().stream().map(Signed::value).mapToLong(Review::id).max().orElse(0);
        return overruling + "." + review;
    }

    /// While the candidate can still do better, a decision would hide it; and where no dimension is known, none
    /// would count.
    static boolean possible(CandidateReport report, ItemDetails details) {
        var state = report.candidate().state();
        return (state == Candidate.State.ENDED || state == Candidate.State.REVOKED)
                && !details.item().item().split().isEmpty();
    }
}
