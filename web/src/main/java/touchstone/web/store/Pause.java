package touchstone.web.store;

import java.time.Duration;
import java.time.Instant;

/// Time that a candidate lost through a fault of ours.
public record Pause(long id, long candidateId, Instant beganAt, Instant endedAt, Cause cause) {
    public enum Cause {
        OUTAGE, JUDGE_ERROR
    }

    public Duration length() {
        return Duration.between(beganAt, endedAt);
    }
}
