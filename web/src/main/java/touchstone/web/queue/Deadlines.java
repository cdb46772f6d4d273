package touchstone.web.queue;

import java.time.Instant;
import java.util.Optional;

/// When candidates' time is over, pauses and extra time included.
@FunctionalInterface
public interface Deadlines {
    /// Nothing for whoever has not started.
    Optional<Instant> deadline(long candidate);
}
