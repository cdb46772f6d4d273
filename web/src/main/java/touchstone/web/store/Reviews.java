package touchstone.web.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The tables `review` and `review_lock`.
public final class Reviews {
    /// Of a submission. An overruling without a fraction withdraws the one before.
    private static final String UNDECIDED = """
        (not exists (select 1 from review where review.submission_id = submission.id)
            and not exists (select 1 from overruling
                where overruling.candidate_id = submission.candidate_id
                    and overruling.item = submission.item and fraction is not null
                    and not exists (select 1 from overruling later
                        where later.candidate_id = overruling.candidate_id
                            and later.item = overruling.item and later.id > overruling.id)))""";

    private final Jdbi jdbi;

    Reviews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Who is at it.
    public record Lock(long submissionId, long accountId, Instant expiresAt) {}

    /// An answer that counts, as the machine left it.
    ///
    /// @param standing of the machine, as JSON
    /// @param decided whether a person has reviewed or overruled it
    public record Answer(
            long submissionId,
            long candidateId,
            long interviewId,
            String item,
            String standing,
            boolean decided) {
        @Override
        public String toString() {
            return "Answer[" + submissionId + ", " + item + "]";
        }
    }

    public void add(long submission, String ticked, String comment, long account, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into review (submission_id, ticked, comment, account_id, reviewed_at)
            values (:submission, :ticked, :comment, :account, :at)""")
                .bind("submission", submission)
                .bind("ticked", ticked)
                .bind("comment", comment)
                .bind("account", account)
                .bind("at", at)
                .execute());
    }

    /// In the order in which they were written; the last of a submission counts.
    public List<Review> ofCandidate(long candidate) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select review.* from review join submission on submission.id = review.submission_id
            where submission.candidate_id = :candidate order by review.id""")
                .bind("candidate", candidate)
                .mapTo(Review.class)
                .list());
    }

    /// In the order in which they were written.
    public List<Review> ofSubmission(long submission) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from review where submission_id = :submission order by id")
                .bind("submission", submission)
                .mapTo(Review.class)
                .list());
    }

    /// Takes or prolongs the lock, unless somebody else holds it.
    public boolean lock(long submission, long account, Instant now, Instant until) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select id from submission where id = :id for update")
                    .bind("id", submission)
                    .mapTo(Long.class)
                    .one();
            var held = lockOf(submission, now);
            if (held.isPresent() && held.get().accountId() != account) {
                return false;
            }
            handle.createUpdate("delete from review_lock where submission_id = :id")
                    .bind("id", submission)
                    .execute();
            handle.createUpdate("""
                insert into review_lock (submission_id, account_id, expires_at)
                values (:id, :account, :until)""")
                    .bind("id", submission)
                    .bind("account", account)
                    .bind("until", until)
                    .execute();
            return true;
        });
    }

    /// One that has not expired.
    public Optional<Lock> lockOf(long submission, Instant now) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from review_lock where submission_id = :id and expires_at > :now")
                .bind("id", submission)
                .bind("now", now)
                .mapTo(Lock.class)
                .findOne());
    }

    public void unlock(long submission, long account) {
        jdbi.useHandle(handle -> handle
                .createUpdate("delete from review_lock where submission_id = :id and account_id = :account")
                .bind("id", submission)
                .bind("account", account)
                .execute());
    }

    /// Of all candidates, in the order in which they were written.
    public List<Review> ofInterview(long interview) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select review.* from review join submission on submission.id = review.submission_id
            join candidate on candidate.id = submission.candidate_id
            where candidate.interview_id = :interview order by review.id""")
                .bind("interview", interview)
                .mapTo(Review.class)
                .list());
    }

    /// Those that have not expired.
    public List<Lock> locks(Instant now) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select * from review_lock where expires_at > :now")
                        .bind("now", now)
                        .mapTo(Lock.class)
                        .list());
    }

    /// The last answers of candidates who have ended, to these items, that nobody has reviewed or overruled.
    public List<Answer> waiting(Collection<String> items) {
        return answers(items, UNDECIDED, query -> query);
    }

    /// The answer of this submission if it is the last and its candidate has ended, decided or not.
    public Optional<Answer> answer(long submission, Collection<String> items) {
        return answers(items, "submission.id = :id", query -> query.bind("id", submission)).stream()
                .findFirst();
    }

    private List<Answer> answers(Collection<String> items, String condition, UnaryOperator<Query> binding) {
        if (items.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> binding.apply(handle.createQuery("""
            select submission.id as submission_id, candidate_id, interview_id, submission.item, standing,
                case when <undecided> then false else true end as decided
            from submission join candidate on candidate.id = submission.candidate_id
            join judging on judging.submission_id = submission.id
            where candidate.ended_at is not null and standing is not null
                and submission.item in (<items>)
                and not exists (select 1 from submission later
                    where later.candidate_id = submission.candidate_id
                        and later.item = submission.item and later.number > submission.number)
                and <condition>
            order by submission.id""")
                .bindList("items", List.copyOf(items))
                .define("condition", condition)
                .define("undecided", UNDECIDED)).mapTo(Answer.class).list());
    }
}
