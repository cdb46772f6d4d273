package touchstone.web.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An interview that candidates are invited to, as it stands in the table.
///
/// @param plan parts and items as JSON
/// @param weights percent in the rubric's order: `30,40,20,10`
/// @param weightsFrom a preset's id, `blueprint` or `custom`
/// @param candidateReport whether candidates may read their own report
public record Interview(
        long id,
        String title,
        String blueprint,
        String plan,
        int minutes,
        String weights,
        String weightsFrom,
        long seed,
        boolean candidateReport,
        int retentionDays,
        long createdBy,
        Instant createdAt,
        Optional<Instant> closedAt) {
    /// When the data of one of its candidates are erased; open until their end. Whoever never started is done with when
    /// the invitation is withdrawn or the interview is closed.
    public Optional<Instant> erasesAt(Candidate candidate) {
        var done = candidate.startedAt().isPresent() ? candidate.endedAt()
                : candidate.revokedAt().or(this::closedAt);
        return done.map(end -> end.plus(Duration.ofDays(retentionDays)));
    }

    /// Without the seed, which stays secret.
    @Override
    public String toString() {
        return "Interview[" + id + ", " + blueprint + "]";
    }
}
