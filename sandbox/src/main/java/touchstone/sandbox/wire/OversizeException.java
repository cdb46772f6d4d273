package touchstone.sandbox.wire;

/// What should be sent exceeds a cap, or is of a type that does not travel.
public final class OversizeException extends Exception {
    private static final long serialVersionUID = 1;

    public OversizeException(String message) {
        super(message);
    }
}
