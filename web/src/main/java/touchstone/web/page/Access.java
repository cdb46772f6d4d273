package touchstone.web.page;

import io.javalin.security.RouteRole;
import touchstone.web.store.Role;

/// Who may use a route. Every route names exactly one; a route without one answers nobody.
public enum Access implements RouteRole {
    /// Anybody.
    PUBLIC,
    /// A candidate, in their own interview.
    CANDIDATE,
    /// Any account.
    ACCOUNT,
    /// Reads candidates' results.
    VIEWER,
    /// Makes interviews, reviews and decides.
    INTERVIEWER,
    /// Reads hidden tests and keys.
    AUTHOR,
    /// Administers.
    OWNER;

    public boolean allows(Visitor visitor) {
        return this == PUBLIC || switch (visitor) {
            case Visitor.Stranger _ -> false;
            case Visitor.Member(var account, _) -> allows(account.role());
            case Visitor.Sitting _ -> this == CANDIDATE;
        };
    }

    public boolean allows(Role role) {
        return switch (this) {
            case PUBLIC, ACCOUNT -> true;
            case CANDIDATE -> false;
            case VIEWER -> role == Role.VIEWER || role == Role.INTERVIEWER || role == Role.OWNER;
            case INTERVIEWER -> role == Role.INTERVIEWER || role == Role.OWNER;
            case AUTHOR -> role == Role.AUTHOR || role == Role.OWNER;
            case OWNER -> role == Role.OWNER;
        };
    }
}
