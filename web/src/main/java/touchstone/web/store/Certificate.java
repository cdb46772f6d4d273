package touchstone.web.store;

import java.time.Instant;

/// What came of proving an exercise.
///
/// @param version content hash of the exercise that was proven
/// @param details one line per claim that does not hold
public record Certificate(
        String exercise,
        String version,
        int claims,
        int failed,
        String details,
        Instant verifiedAt) {}
