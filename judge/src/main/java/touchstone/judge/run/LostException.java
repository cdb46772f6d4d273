package touchstone.judge.run;

/// Ends a test whose worker is gone. What the suite does with it changes nothing:
/// the session has noted the fate of the test before it was thrown.
final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostException(String message) {
        super(message, null, false, false);
    }
}
