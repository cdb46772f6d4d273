package touchstone.web.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `judging`. A submission may be begun several times, after a crash or by two machines at once; only
/// the attempt that began last can write its verdict, and only once.
public final class Judgings {
    private final Jdbi jdbi;

    Judgings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What an attempt found.
    ///
    /// @param version content hash of the item
    /// @param record empty for questions
    public record Outcome(String version, String standing, Optional<String> record) {}

    public void queue(long submission) {
        jdbi.useHandle(handle -> handle.createUpdate(
                "insert into judging (submission_id, state, attempt, failures) values (:id, 'QUEUED', 0, 0)")
                .bind("id", submission)
                .execute());
    }

    /// Begins an attempt, unless there is a verdict already.
    ///
    /// @return its number
    public Optional<Integer> begin(long submission, Instant at) {
        return jdbi.inTransaction(handle -> {
            int begun = handle.createUpdate("""
                update judging set state = 'RUNNING', attempt = attempt + 1, began_at = :at
                where submission_id = :id and state <> 'DONE'""")
                    .bind("at", at)
                    .bind("id", submission)
                    .execute();
            return begun == 0 ? Optional.<Integer>empty() : find(submission).map(Judging::attempt);
        });
    }

    /// Whether the verdict was written: not, if a later attempt has begun or there is one already.
    public boolean finish(long submission, int attempt, Outcome outcome, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            update judging set state = 'DONE', done_at = :at, version = :version, standing = :standing,
                record = :record
            where submission_id = :id and attempt = :attempt and state = 'RUNNING'""")
                .bind("at", at)
                .bindMethods(outcome)
                .bind("id", submission)
                .bind("attempt", attempt)
                .execute()) == 1;
    }

    /// Writes down that we failed, by the same rule. Another attempt may begin later and do better.
    ///
    /// @return how often by now, if it was written
    public Optional<Integer> fail(long submission, int attempt, Outcome outcome, Instant at) {
        return jdbi.inTransaction(handle -> {
            int written = handle.createUpdate("""
                update judging set state = 'FAILED', failures = failures + 1, done_at = :at,
                    version = :version, standing = :standing, record = :record
                where submission_id = :id and attempt = :attempt and state = 'RUNNING'""")
                    .bind("at", at)
                    .bindMethods(outcome)
                    .bind("id", submission)
                    .bind("attempt", attempt)
                    .execute();
            return written == 0 ? Optional.<Integer>empty()
                    : handle.createQuery("select failures from judging where submission_id = :id")
                            .bind("id", submission)
                            .mapTo(Integer.class)
                            .findOne();
        });
    }

    public Optional<Judging> find(long submission) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from judging where submission_id = :id")
                .bind("id", submission)
                .mapTo(Judging.class)
                .findOne());
    }

    public List<Judging> ofCandidate(long candidate) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select judging.* from judging join submission on submission.id = judging.submission_id
            where submission.candidate_id = :candidate order by submission.id""")
                .bind("candidate", candidate)
                .mapTo(Judging.class)
                .list());
    }

    /// What waits, in the order in which it will be taken: first what somebody waits for.
    public List<Long> queued() {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select submission_id from judging join submission on submission.id = judging.submission_id
            where state = 'QUEUED'
            order by case origin when 'CANDIDATE' then 0 else 1 end, submission_id""")
                .mapTo(Long.class)
                .list());
    }

    /// How many wait before this one.
    public int ahead(long submission) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select count(*) from judging join submission on submission.id = judging.submission_id
            join submission own on own.id = :id
            where judging.state = 'QUEUED' and (
                submission.origin = own.origin and submission.id < own.id
                or submission.origin = 'CANDIDATE' and own.origin <> 'CANDIDATE')""")
                .bind("id", submission)
                .mapTo(Integer.class)
                .one());
    }

    /// How far these are.
    public Map<Long, Judging.State> states(Collection<Long> submissions) {
        return submissions.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery(
                                "select submission_id, state from judging where submission_id in (<ids>)")
                        .bindList("ids", List.copyOf(submissions))
                        .reduceRows(new HashMap<Long, Judging.State>(), (states, row) -> {
                            states.put(row.getColumn("submission_id", Long.class),
                                    row.getColumn("state", Judging.State.class));
                            return states;
                        }));
    }

    /// For a start with nobody else at work: what somebody was at when it all ended waits again.
    public void requeue() {
        jdbi.useHandle(handle -> handle.createUpdate("""
            update judging set state = case when standing is null then 'QUEUED' else 'FAILED' end
            where state = 'RUNNING'""").execute());
    }
}
