package touchstone.web.page;

import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.Session;

/// Who sends a request.
public sealed interface Visitor {
    record Stranger() implements Visitor {}

    /// Somebody of the team.
    record Member(Account account, Session session) implements Visitor {}

    /// A candidate.
    record Sitting(Candidate candidate, Session session) implements Visitor {}

    /// What forms have to repeat; empty for strangers.
    default String csrf() {
        return switch (this) {
            case Stranger _ -> "";
            case Member(_, var session) -> session.csrf();
            case Sitting(_, var session) -> session.csrf();
        };
    }
}
