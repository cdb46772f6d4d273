package touchstone.web.store;

/// What an account may do; an owner may do everything.
public enum Role {
    OWNER, INTERVIEWER, VIEWER, AUTHOR
}
