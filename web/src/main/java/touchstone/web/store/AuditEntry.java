package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// Who saw or changed what.
///
/// @param candidateId who acted, if a candidate did
/// @param action `interview.create`, `report.view`
/// @param subject `interview:3`, `candidate:17/rope`
public record AuditEntry(
        long id,
        Instant at,
        Optional<Long> accountId,
        Optional<Long> candidateId,
        String action,
        String subject,
        String detail) {}
