package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `heartbeat`: when a server was last seen alive.
public final class Heartbeat {
    private final Jdbi jdbi;

    Heartbeat(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The beat before
    public Optional<Instant> beat(Instant at) {
        return jdbi.inTransaction(handle -> {
            var last = handle.createQuery("select at from heartbeat where id = 1 for update")
                    .mapTo(Instant.class)
                    .findOne();
            handle.createUpdate(last.isPresent() ? "update heartbeat set at = :at where id = 1"
                    : "insert into heartbeat (id, at) values (1, :at)").bind("at", at).execute();
            return last;
        });
    }

    public Optional<Instant> last() {
        return jdbi.withHandle(handle -> handle.createQuery("select at from heartbeat where id = 1")
                .mapTo(Instant.class)
                .findOne());
    }
}
