package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// A person in one interview.
///
/// @param tokenHash of the personal link
/// @param endedBy present when it has ended
public record Candidate(
        long id,
        long interviewId,
        String name,
        String tokenHash,
        int extraMinutes,
        long invitedBy,
        Instant invitedAt,
        Optional<Instant> revokedAt,
        Optional<Instant> consentedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<EndedBy> endedBy) {
    public enum EndedBy {
        CANDIDATE, TIME, TEAM
    }

    public enum State {
        INVITED, RUNNING, ENDED, REVOKED
    }

    /// Whoever has started is not undone by a revoked link, only kept out.
    public State state() {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return startedAt.isPresent() ? State.RUNNING : State.INVITED;
    }

    @Override
    public String toString() {
        return "Candidate[" + id + ", " + state() + "]";
    }
}
