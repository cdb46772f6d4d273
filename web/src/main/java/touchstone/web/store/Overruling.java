package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// A person's score in place of another.
///
/// @param fraction `3/4`; absent if it withdraws the one before
public record Overruling(
        long id,
        long candidateId,
        String item,
        Optional<String> fraction,
        String reason,
        long accountId,
        Instant decidedAt) {}
