package touchstone.web.grading;

import java.util.Optional;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.StandingJson;
import touchstone.web.store.Judging;
import touchstone.web.store.SubmissionOutline;

/// A submission with what it is worth.
///
/// @param standing absent while it is not judged; our fault is one too
public record Attempt(SubmissionOutline submission, Optional<Standing> standing) {
    static Attempt of(SubmissionOutline submission) {
        return new Attempt(submission, submission.standing().map(StandingJson::read));
    }

    /// What we failed at is not judged, though there is a standing.
    boolean judged() {
        return submission.state().filter(Judging.State.DONE::equals).isPresent();
    }

    boolean failedByUs() {
        return standing.filter(Standing.JudgeError.class::isInstance).isPresent();
    }
}
