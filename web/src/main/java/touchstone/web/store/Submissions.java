package touchstone.web.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import touchstone.judge.digest.Sha256;
import touchstone.web.store.Submission.Origin;

/// The table `submission`.
public final class Submissions {
    private final Jdbi jdbi;

    Submissions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Keeps it, with the next number. The candidate's row is locked, or two tabs could take the same number.
    public Submission add(long candidate, String item, String content, Origin origin, Instant at) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select id from candidate where id = :id for update")
                    .bind("id", candidate)
                    .mapTo(Long.class)
                    .one();
            int number = 1 + handle.createQuery("""
                select coalesce(max(number), 0) from submission
                where candidate_id = :candidate and item = :item""")
                    .bind("candidate", candidate)
                    .bind("item", item)
                    .mapTo(Integer.class)
                    .one();
            var submission = new Submission(0, candidate, item, number, content,
                    Sha256.of(content.getBytes(StandardCharsets.UTF_8)), origin, at);
            long id = handle.createUpdate("""
                insert into submission (candidate_id, item, number, content, sha256, origin, submitted_at)
                values (:candidateId, :item, :number, :content, :sha256, :origin, :submittedAt)""")
                    .bindMethods(submission)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return new Submission(id, candidate, item, number, content, submission.sha256(), origin, at);
        });
    }

    public Optional<Submission> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from submission where id = :id")
                .bind("id", id)
                .mapTo(Submission.class)
                .findOne());
    }

    /// By item, and of an item in the order of their numbers.
    public List<Submission> ofCandidate(long candidate) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from submission where candidate_id = :candidate order by item, number")
                .bind("candidate", candidate)
                .mapTo(Submission.class)
                .list());
    }

    public List<Submission> ofItem(long candidate, String item) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select * from submission where candidate_id = :candidate and item = :item order by number""")
                .bind("candidate", candidate)
                .bind("item", item)
                .mapTo(Submission.class)
                .list());
    }

    /// Of all candidates, by candidate and item, and of an item in the order of their numbers.
    public List<SubmissionOutline> outlinesOfInterview(long interview) {
        return outlines("candidate_id in (select id from candidate where interview_id = :id)", interview);
    }

    /// The same of one candidate.
    public List<SubmissionOutline> outlinesOfCandidate(long candidate) {
        return outlines("candidate_id = :id", candidate);
    }

    private List<SubmissionOutline> outlines(String condition, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select submission.id, candidate_id, item, number, sha256, origin, submitted_at, state, done_at,
                version, standing
            from submission left join judging on judging.submission_id = submission.id
            where %s order by candidate_id, item, number""".formatted(condition))
                .bind("id", id)
                .mapTo(SubmissionOutline.class)
                .list());
    }
}
