package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// Somebody's browser that we know: an account's or a candidate's.
///
/// @param csrf what every changing request has to repeat
public record Session(
        String tokenHash,
        Optional<Long> accountId,
        Optional<Long> candidateId,
        String csrf,
        Instant createdAt,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "Session[" + accountId + ", " + candidateId + "]";
    }
}
