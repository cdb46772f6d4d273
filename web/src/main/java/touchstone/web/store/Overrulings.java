package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `overruling`.
public final class Overrulings {
    private final Jdbi jdbi;

    Overrulings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(
            long candidate,
            String item,
            Optional<String> fraction,
            String reason,
            long account,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into overruling (candidate_id, item, fraction, reason, account_id, decided_at)
            values (:candidate, :item, :fraction, :reason, :account, :at)""")
                .bind("candidate", candidate)
                .bind("item", item)
                .bind("fraction", fraction)
                .bind("reason", reason)
                .bind("account", account)
                .bind("at", at)
                .execute());
    }

    /// In the order of the decisions; the last of an item counts.
    public List<Overruling> ofCandidate(long candidate) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from overruling where candidate_id = :candidate order by id")
                .bind("candidate", candidate)
                .mapTo(Overruling.class)
                .list());
    }

    /// Of all candidates, in the order of the decisions.
    public List<Overruling> ofInterview(long interview) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select overruling.* from overruling join candidate on candidate.id = overruling.candidate_id
            where candidate.interview_id = :interview order by overruling.id""")
                .bind("interview", interview)
                .mapTo(Overruling.class)
                .list());
    }
}
