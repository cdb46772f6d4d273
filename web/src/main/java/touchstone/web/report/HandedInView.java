package touchstone.web.report;

import java.time.Instant;
import java.util.Optional;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Item;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.store.Submission.Origin;

/// A line in the history of an item's submissions.
///
/// @param standing what the machine made of it
/// @param points of the item's; a dash without a number
/// @param collected at the end of time, when nobody pressed the button
record HandedInView(
        long id,
        int number,
        Instant at,
        boolean collected,
        boolean counts,
        String state,
        String standing,
        String points,
        String sha256,
        Optional<Instant> judgedAt) {
    static HandedInView of(HandedIn one, Item item, Voice voice) {
        var submission = one.submission();
        var evidence = one.standing().map(standing -> Evidence.of(item, standing, submission.submittedAt()));
        return new HandedInView(submission.id(), submission.number(), submission.submittedAt(),
                submission.origin() == Origin.COLLECTED, one.counts(),
                evidence.map(Voice::state).orElse("queued"),
                evidence.map(voice.interview()::standing)
                        .orElseGet(() -> voice.interview().say("beingJudged")),
                InterviewWords.points(item, evidence.flatMap(Evidence::byMachine)), submission.sha256(),
                one.judging().flatMap(judging -> judging.doneAt()));
    }
}
