package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `interview`.
public final class Interviews {
    private final Jdbi jdbi;

    Interviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Adds it and gives it an id; the one it has is ignored.
    public long add(Interview interview) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            insert into interview (title, blueprint, plan, minutes, weights, weights_from, seed,
                candidate_report, retention_days, created_by, created_at)
            values (:title, :blueprint, :plan, :minutes, :weights, :weightsFrom, :seed,
                :candidateReport, :retentionDays, :createdBy, :createdAt)""")
                .bindMethods(interview)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /// Changes everything but who made it, when, from what and its seed.
    public void change(Interview interview) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update interview set title = :title, plan = :plan, minutes = :minutes, weights = :weights,
                weights_from = :weightsFrom, candidate_report = :candidateReport,
                retention_days = :retentionDays
            where id = :id""").bindMethods(interview).execute());
    }

    public Optional<Interview> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from interview where id = :id")
                .bind("id", id)
                .mapTo(Interview.class)
                .findOne());
    }

    /// The latest first.
    public List<Interview> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from interview order by id desc")
                .mapTo(Interview.class)
                .list());
    }

    /// An empty instant opens it again.
    public void close(long id, Optional<Instant> at) {
        jdbi.useHandle(handle -> handle.createUpdate("update interview set closed_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute());
    }
}
