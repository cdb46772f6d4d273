package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import touchstone.web.store.Candidate.EndedBy;

/// The tables `candidate` and `pause`.
public final class Candidates {
    private final Jdbi jdbi;

    Candidates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long invite(long interview, String name, String tokenHash, int extraMinutes, long by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            insert into candidate (interview_id, name, token_hash, extra_minutes, invited_by, invited_at)
            values (:interview, :name, :hash, :extra, :by, :at)""")
                .bind("interview", interview)
                .bind("name", name)
                .bind("hash", tokenHash)
                .bind("extra", extraMinutes)
                .bind("by", by)
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    public Optional<Candidate> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from candidate where id = :id")
                .bind("id", id)
                .mapTo(Candidate.class)
                .findOne());
    }

    /// The same, and nobody else changes, ends or locks the candidate until the transaction is over.
    public Optional<Candidate> lock(long id) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select * from candidate where id = :id for update")
                        .bind("id", id)
                        .mapTo(Candidate.class)
                        .findOne());
    }

    /// How many candidates of an interview are in which state.
    public record Counts(long interviewId, int invited, int running, int ended, int revoked) {
        public int all() {
            return invited + running + ended + revoked;
        }
    }

    /// Of all interviews that have candidates. Told apart as [Candidate#state] does.
    public List<Counts> counts() {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        """
                            select interview_id,
                                count(*) filter (where ended_at is null and revoked_at is null and started_at is null) as invited,
                                count(*) filter (where ended_at is null and revoked_at is null and started_at is not null)
                                    as running,
                                count(*) filter (where ended_at is not null) as ended,
                                count(*) filter (where ended_at is null and revoked_at is not null) as revoked
                            from candidate group by interview_id""")
                .mapTo(Counts.class)
                .list());
    }

    /// All candidates of an interview, and none of them starts, ends or changes until the transaction is over.
    public List<Candidate> lockAll(long interview) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from candidate where interview_id = :interview order by id for update")
                .bind("interview", interview)
                .mapTo(Candidate.class)
                .list());
    }

    /// By the hash of a personal link.
    public Optional<Candidate> byToken(String hash) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select * from candidate where token_hash = :hash")
                        .bind("hash", hash)
                        .mapTo(Candidate.class)
                        .findOne());
    }

    /// In the order in which they were invited.
    public List<Candidate> ofInterview(long interview) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from candidate where interview_id = :interview order by id")
                .bind("interview", interview)
                .mapTo(Candidate.class)
                .list());
    }

    /// Whoever has started and not ended.
    public List<Candidate> running() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "select * from candidate where started_at is not null and ended_at is null order by id")
                .mapTo(Candidate.class)
                .list());
    }

    /// Whose data have been kept as long as their interview says. Days have 24 hours, wherever the database is.
    public List<Candidate> expired(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select candidate.* from candidate join interview on interview.id = candidate.interview_id
            where coalesce(ended_at, case when started_at is null then coalesce(revoked_at, closed_at) end)
                + retention_days * interval '24' hour <= :now
            order by candidate.id""").bind("now", now).mapTo(Candidate.class).list());
    }

    public void rename(long id, String name) {
        set(id, "name = :value", name);
    }

    /// A new link makes the old one worthless.
    public void changeToken(long id, String hash) {
        set(id, "token_hash = :value", hash);
    }

    public void changeExtraMinutes(long id, int minutes) {
        set(id, "extra_minutes = :value", minutes);
    }

    public void revoke(long id, Optional<Instant> at) {
        set(id, "revoked_at = :value", at);
    }

    public void consent(long id, Instant at) {
        set(id, "consented_at = coalesce(consented_at, :value)", at);
    }

    /// The first start counts.
    public void start(long id, Instant at) {
        set(id, "started_at = coalesce(started_at, :value)", at);
    }

    /// Whether this call ended it; it can end only once.
    public boolean end(long id, EndedBy by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                "update candidate set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                .bind("at", at)
                .bind("by", by)
                .bind("id", id)
                .execute()) == 1;
    }

    public void pause(long id, Instant from, Instant until, Pause.Cause cause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pause (candidate_id, began_at, ended_at, cause)
            values (:id, :from, :until, :cause)""")
                .bind("id", id)
                .bind("from", from)
                .bind("until", until)
                .bind("cause", cause)
                .execute());
    }

    public List<Pause> pauses(long id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from pause where candidate_id = :id order by began_at, id")
                .bind("id", id)
                .mapTo(Pause.class)
                .list());
    }

    /// Of all candidates of the interview.
    public List<Pause> pausesOfInterview(long interview) {
        return pauses("interview_id = :interview", query -> query.bind("interview", interview));
    }

    /// Of all candidates who have started and not ended.
    public List<Pause> pausesOfRunning() {
        return pauses("started_at is not null and candidate.ended_at is null", query -> query);
    }

    private List<Pause> pauses(String condition, UnaryOperator<Query> binding) {
        return jdbi.withHandle(handle -> binding.apply(handle.createQuery("""
            select pause.* from pause join candidate on candidate.id = pause.candidate_id
            where %s order by began_at, pause.id""".formatted(condition))).mapTo(Pause.class).list());
    }

    private void set(long id, String assignment, Object value) {
        jdbi.useHandle(handle -> handle.createUpdate("update candidate set " + assignment + " where id = :id")
                .bind("value", value)
                .bind("id", id)
                .execute());
    }
}
