package touchstone.sandbox;

/// A failure of ours: a box that does not start, a missing program, a broken image. Whatever a
/// submission does wrong is an [Outcome] instead. The message says what is missing and what to do
/// about it.
public class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
