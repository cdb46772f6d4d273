package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// How much there is to do.
public final class Backlog {
    private final Jdbi jdbi;

    Backlog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Submissions that wait for the judge.
    public long queued() {
        return count("select count(*) from judging where state = 'QUEUED'");
    }

    /// Submissions that are being judged.
    public long running() {
        return count("select count(*) from judging where state = 'RUNNING'");
    }

    /// Candidates who have started and not ended.
    public long candidates() {
        return count("select count(*) from candidate where started_at is not null and ended_at is null");
    }

    public long submissions() {
        return count("select count(*) from submission");
    }

    /// When the oldest submission without a verdict was handed in.
    public Optional<Instant> oldest() {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select min(submission.submitted_at) from judging
                join submission on submission.id = judging.submission_id
            where judging.state in ('QUEUED', 'RUNNING')""").mapTo(Instant.class).findOne());
    }

    private long count(String query) {
        return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
