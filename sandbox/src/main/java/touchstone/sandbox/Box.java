package touchstone.sandbox;

import java.io.InputStream;
import java.io.OutputStream;

/// One boxed process: bytes in, bytes out, and a kill that takes all of it. The judge opens no
/// path inside a box; these two pipes are all that connects them.
public interface Box extends AutoCloseable {
    /// What we write and the box reads on its standard input. Unbuffered: each write is one
    /// system call, so write whole frames.
    OutputStream input();

    /// What the box writes to its standard output.
    InputStream output();

    /// What the box has used so far, read from the outside; after its end, the last reading.
    Usage usage();

    /// Whether more was written to standard error than the limit allows.
    boolean flooded();

    /// Ends everything in the box with SIGKILL if it has not ended yet, waits until it is gone,
    /// and tells what became of it. Can be called repeatedly; the first answer holds.
    Termination end();

    /// Waits a moment for a box whose output has ended to be gone by itself, so that [#end()] tells what
    /// became of it and not that we killed what was already dying.
    default void awaitOwnEnd() {}

    @Override
    default void close() {
        end();
    }
}
