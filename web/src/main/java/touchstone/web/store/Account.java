package touchstone.web.store;

import java.time.Instant;
import java.util.Optional;

/// Somebody of the team.
///
/// @param login in lower case
/// @param password its hash, with the parameters of the hash
public record Account(
        long id,
        String login,
        String name,
        Role role,
        String password,
        Instant createdAt,
        Optional<Instant> disabledAt) {
    public boolean active() {
        return disabledAt.isEmpty();
    }

    /// Or a log line would hold the hash.
    @Override
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
