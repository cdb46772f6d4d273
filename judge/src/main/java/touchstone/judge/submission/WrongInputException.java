package touchstone.judge.submission;

/// Files that cannot be anybody's submission: wrong use by whoever names them. The message is one
/// sentence that names the file.
public final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongInputException(String message) {
        super(message);
    }
}
