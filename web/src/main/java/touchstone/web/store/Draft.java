package touchstone.web.store;

import java.time.Instant;

/// What a candidate has typed for an item so far.
///
/// @param revision goes up by one with every save
public record Draft(long candidateId, String item, int revision, String content, Instant savedAt) {
    @Override
    public String toString() {
        return "Draft[" + candidateId + ", " + item + ", " + revision + "]";
    }
}
