package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// The table `draft`.
public final class Drafts {
    private final Jdbi jdbi;

    Drafts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What became of a save.
    public sealed interface Saving {
        record Saved(Draft draft) implements Saving {}

        /// Somewhere else a later revision was saved; nothing was overwritten.
        record Conflict(Draft other) implements Saving {}
    }

    /// That there is a draft.
    public record Mark(long candidateId, String item, Instant savedAt) {}

    public Optional<Draft> find(long candidate, String item) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from draft where candidate_id = :candidate and item = :item")
                .bind("candidate", candidate)
                .bind("item", item)
                .mapTo(Draft.class)
                .findOne());
    }

    public List<Draft> ofCandidate(long candidate) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from draft where candidate_id = :candidate order by item")
                .bind("candidate", candidate)
                .mapTo(Draft.class)
                .list());
    }

    /// Saves over the revision that the writer has seen.
    ///
    /// @param base that revision; 0 if there was none
    public Saving save(long candidate, String item, int base, String content, Instant at) {
        var draft = new Draft(candidate, item, base + 1, content, at);
        if (base == 0 ? inserted(draft) : updated(draft)) {
            return new Saving.Saved(draft);
        }
        return find(candidate, item).<Saving>map(Saving.Conflict::new)
                // never seen, and yet the writer claims to know a revision: begin anew
                .orElseGet(() -> save(candidate, item, 0, content, at));
    }

    private boolean inserted(Draft draft) {
        try {
            return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into draft (candidate_id, item, revision, content, saved_at)
                values (:candidateId, :item, :revision, :content, :savedAt)
                on conflict do nothing""").bindMethods(draft).execute()) == 1;
        } catch (UnableToExecuteStatementException e) {
            // H2 can lose the race between its look-up and its insert
            if (find(draft.candidateId(), draft.item()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private boolean updated(Draft draft) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
            update draft set revision = :revision, content = :content, saved_at = :savedAt
            where candidate_id = :candidateId and item = :item and revision = :revision - 1""")
                .bindMethods(draft)
                .execute()) == 1;
    }

    /// Of all candidates, by candidate and item.
    public List<Mark> marksOfInterview(long interview) {
        return marks("candidate_id in (select id from candidate where interview_id = :id)", interview);
    }

    /// The same of one candidate.
    public List<Mark> marksOfCandidate(long candidate) {
        return marks("candidate_id = :id", candidate);
    }

    private List<Mark> marks(String condition, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select candidate_id, item, saved_at from draft where %s
            order by candidate_id, item""".formatted(condition)).bind("id", id).mapTo(Mark.class).list());
    }
}
