package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `note`.
public final class Notes {
    private final Jdbi jdbi;

    Notes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(long candidate, Optional<String> item, String content, long account, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into note (candidate_id, item, content, account_id, written_at)
            values (:candidate, :item, :content, :account, :at)""")
                .bind("candidate", candidate)
                .bind("item", item)
                .bind("content", content)
                .bind("account", account)
                .bind("at", at)
                .execute());
    }

    public List<Note> ofCandidate(long candidate) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from note where candidate_id = :candidate order by id")
                        .bind("candidate", candidate)
                        .mapTo(Note.class)
                        .list());
    }

    /// Only its writer may.
    public boolean remove(long id, long account) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from note where id = :id and account_id = :account")
                        .bind("id", id)
                        .bind("account", account)
                        .execute()) == 1;
    }
}
