package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `session`.
public final class Sessions {
    private final Jdbi jdbi;

    Sessions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Session session) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into session (token_hash, account_id, candidate_id, csrf, created_at, expires_at)
            values (:tokenHash, :accountId, :candidateId, :csrf, :createdAt, :expiresAt)""")
                .bindMethods(session)
                .execute());
    }

    /// One that has not expired.
    public Optional<Session> find(String tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from session where token_hash = :hash and expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now)
                .mapTo(Session.class)
                .findOne());
    }

    public void end(String tokenHash) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session where token_hash = :hash")
                .bind("hash", tokenHash)
                .execute());
    }

    public void endAllOfAccount(long account) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session where account_id = :account")
                .bind("account", account)
                .execute());
    }

    public void endAllOfCandidate(long candidate) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session where candidate_id = :candidate")
                .bind("candidate", candidate)
                .execute());
    }

    public void forgetExpired(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from session where expires_at <= :now")
                .bind("now", now)
                .execute());
    }
}
