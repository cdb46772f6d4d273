package touchstone.judge.cli;

/// Something that the user can mend, said in one line in the user's language. Ends a command with
/// [ExitCode#WRONG_USE].
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
