package touchstone.web.workspace;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.exercise.Exercise;
import touchstone.web.grading.Timing;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;

/// A candidate at an exercise.
///
/// @param id of the item in addresses
/// @param item absent in the practice, which belongs to no interview
record Seat(
        String id,
        Candidate candidate,
        Interview interview,
        Timing timing,
        Exercise exercise,
        Optional<ResolvedItem> item) {
    boolean practice() {
        return item.isEmpty();
    }

    /// Whether the candidate may work here just now. Who has practised enough is told so by the start page.
    boolean open(Instant now) {
        return switch (candidate.state()) {
            case INVITED -> practice();
            case RUNNING -> practice() || !timing.overdue(now);
            case ENDED, REVOKED -> false;
        };
    }

    Seat checkOpen(Instant now) {
        if (!open(now)) {
            throw Refusal.conflict("workspace.closed");
        }
        return this;
    }

    /// Names the candidate's runs of this item.
    String key() {
        return candidate.id() + "/" + id;
    }

    /// What the layout of candidates' pages needs.
    Map<String, Object> layout(Exchange exchange) {
        boolean timed = !practice() && candidate.state() == Candidate.State.RUNNING;
        var layout = new HashMap<String, Object>();
        layout.put("interviewTitle", interview.title());
        layout.put("candidateId", candidate.id());
        layout.put("secondsLeft", timed ? timing.remaining(exchange.now()).toSeconds() : -1L);
        layout.put("saves", true);
        return layout;
    }
}
