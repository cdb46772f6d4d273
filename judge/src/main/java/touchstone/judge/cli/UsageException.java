package touchstone.judge.cli;

/// Something that the user can mend, said in one line in the user's language.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
