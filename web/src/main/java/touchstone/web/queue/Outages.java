package touchstone.web.queue;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;

/// Notices when no server was alive for a while, and gives that time back to everybody who was at work.
final class Outages {
    static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration UNNOTICEABLE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Store store;
    private final Pauses pauses;
    private final InstantSource clock;

    Outages(Store store, Pauses pauses, InstantSource clock) {
        this.store = store;
        this.pauses = pauses;
        this.clock = clock;
    }

    /// A sign of life. The gap before it counts, be it that the server was down or that the machine slept.
    void beat() {
        store.jdbi().useTransaction(_ -> {
            var now = clock.instant();
            store.heartbeat()
                    .beat(now)
                    .filter(last -> last.plus(UNNOTICEABLE).isBefore(now))
                    .ifPresent(last -> {
                        var running = store.candidates().running();
                        running.forEach(
                                candidate -> pauses.give(candidate.id(), last, now, Pause.Cause.OUTAGE));
                        LOG.info("nobody was there from {} to {}, with {} candidates at work", last, now,
                                running.size());
                    });
        });
    }
}
