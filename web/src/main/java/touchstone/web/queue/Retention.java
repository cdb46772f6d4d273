package touchstone.web.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;

/// Keeps what candidates were promised: some days after their end, their data are erased.
final class Retention {
    static final Duration ROUND = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Store store;
    private final InstantSource clock;

    Retention(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// One whose data cannot be erased keeps nobody else's.
    void round() {
        store.sessions().forgetExpired(clock.instant());
        store.candidates()
                .expired(clock.instant())
                .forEach(candidate -> PatientTimer.logged(() -> erase(candidate)));
    }

    /// Another server may be at it, too. The log keeps that it was done, under the interview, because the candidate
    /// is no more.
    private void erase(Candidate candidate) {
        boolean erased = store.inTransaction(() -> {
            boolean there = store.erasure().candidate(candidate.id());
            if (there) {
                store.audit()
                        .add(clock.instant(), Optional.empty(), Optional.empty(), "candidate.expire",
                                "interview:" + candidate.interviewId() + "/candidate:" + candidate.id(), "");
            }
            return there;
        });
        if (erased) {
            LOG.info("the data of candidate {} were erased, as was promised", candidate.id());
        }
    }
}
