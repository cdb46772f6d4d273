package touchstone.judge.authoring;

/// Stands for an exception of the candidate that suites need not tell apart:
/// everything outside the few types of the JDK that cross the wire as
/// themselves.
public final class CandidateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param type class name as claimed by the candidate's side
    public CandidateException(String type, String message) {
        super(message.isEmpty() ? type : type + ": " + message);
    }
}
