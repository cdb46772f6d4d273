package touchstone.web.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Deletes people's data for good. What the audit log tells about them stays without its details.
public final class Erasure {
    private static final String SUBMISSIONS = "(select id from submission where candidate_id = :id)";
    /// In an order that no reference stands against.
    private static final List<String> OF_CANDIDATE = List.of(
            "delete from review_lock where submission_id in " + SUBMISSIONS,
            "delete from review where submission_id in " + SUBMISSIONS,
            "delete from judging where submission_id in " + SUBMISSIONS,
            "delete from submission where candidate_id = :id", "delete from draft where candidate_id = :id",
            "delete from overruling where candidate_id = :id", "delete from note where candidate_id = :id",
            "delete from pause where candidate_id = :id", "delete from session where candidate_id = :id",
            "delete from candidate where id = :id");

    private final Jdbi jdbi;

    Erasure(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Everything about a candidate, wherever it stands.
    ///
    /// @return whether there was such a candidate
    public boolean candidate(long id) {
        return jdbi.inTransaction(handle -> {
            boolean exists = exists(handle, "candidate", id);
            erase(handle, id);
            return exists;
        });
    }

    /// An interview that nobody has started, with its invitations.
    ///
    /// @return whether it is gone; it stays if somebody has started
    public boolean interview(long id) {
        return jdbi.inTransaction(handle -> {
            if (!exists(handle, "interview", id)) {
                return false;
            }
            var candidates = new Candidates(jdbi).lockAll(id);
            if (candidates.stream().anyMatch(candidate -> candidate.startedAt().isPresent())) {
                return false;
            }
            candidates.forEach(candidate -> erase(handle, candidate.id()));
            return handle.createUpdate("delete from interview where id = :id").bind("id", id).execute() == 1;
        });
    }

    /// Locked, so that nothing comes to it while it goes.
    private static boolean exists(Handle handle, String table, long id) {
        return handle.createQuery("select id from " + table + " where id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    private static void erase(Handle handle, long candidate) {
        OF_CANDIDATE.forEach(sql -> handle.createUpdate(sql).bind("id", candidate).execute());
        handle.createUpdate("""
            update audit set detail = ''
            where candidate_id = :id or subject = :subject or subject like :below""")
                .bind("id", candidate)
                .bind("subject", "candidate:" + candidate)
                .bind("below", "candidate:" + candidate + "/%")
                .execute();
    }
}
