package touchstone.sandbox.wire;

import java.io.IOException;

/// The bytes received are not the protocol.
public final class WireException extends IOException {
    private static final long serialVersionUID = 1;

    public WireException(String message) {
        super(message);
    }
}
