package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// What somebody of the team wrote about a candidate.
///
/// @param item absent if it is about the whole interview
public record Note(
        long id,
        long candidateId,
        Optional<String> item,
        String content,
        long accountId,
        Instant writtenAt) {}
