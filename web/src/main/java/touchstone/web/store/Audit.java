package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `audit`; rows are only ever added.
public final class Audit {
    private final Jdbi jdbi;

    Audit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(
            Instant at,
            Optional<Long> account,
            Optional<Long> candidate,
            String action,
            String subject,
            String detail) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into audit (at, account_id, candidate_id, action, subject, detail)
            values (:at, :account, :candidate, :action, :subject, :detail)""")
                .bind("at", at)
                .bind("account", account)
                .bind("candidate", candidate)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute());
    }

    /// The latest first.
    ///
    /// @param before only entries with a smaller id
    public List<AuditEntry> latest(long before, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from audit where id < :before order by id desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(AuditEntry.class)
                .list());
    }

    /// Everything about one subject, or what lies below it, the latest first.
    public List<AuditEntry> about(String subject, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select * from audit where subject = :subject or subject like :below
            order by id desc limit :limit""")
                .bind("subject", subject)
                .bind("below", subject + "/%")
                .bind("limit", limit)
                .mapTo(AuditEntry.class)
                .list());
    }

    /// Everything about an interview and its candidates, the latest first.
    ///
    /// @param before only entries with a smaller id
    public List<AuditEntry> ofInterview(long interview, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select * from audit
            where id < :before and (subject = :interview or subject like :below
                or case position('/' in subject) when 0 then subject
                    else substring(subject from 1 for position('/' in subject) - 1) end
                    in (select 'candidate:' || id from candidate where interview_id = :id)
                or subject in (select 'submission:' || submission.id from submission
                    join candidate on candidate.id = candidate_id where interview_id = :id))
            order by id desc limit :limit""")
                .bind("before", before)
                .bind("interview", "interview:" + interview)
                .bind("below", "interview:" + interview + "/%")
                .bind("id", interview)
                .bind("limit", limit)
                .mapTo(AuditEntry.class)
                .list());
    }
}
