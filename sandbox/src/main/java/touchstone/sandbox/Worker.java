package touchstone.sandbox;

import java.lang.reflect.Method;
import java.time.Duration;

/// The judge's end of one boxed worker: serves one submission, one request at a time, and is then
/// killed. After an [Outcome.Ended] it answers no more.
public final class Worker implements AutoCloseable {
    /// Starts a box and waits for its hello.
    ///
    /// @throws SandboxException when no hello arrives in time: our failure, never the
    ///        submission's
    public static Worker start(Sandbox sandbox, BoxSpec spec, Limits limits) {
        throw new UnsupportedOperationException();
    }

    /// Loads contract and submission, without running any of the submission's code.
    public Outcome load(Program program) {
        throw new UnsupportedOperationException();
    }

    /// Makes a new instance of the submission's class, which later calls go to.
    public Outcome construct() {
        throw new UnsupportedOperationException();
    }

    /// Calls a method of the contract on the latest instance.
    ///
    /// @param limit for this call alone; see [Limits.TimeLimits#call()]
    public Outcome call(Method method, Object[] arguments, Duration limit) {
        throw new UnsupportedOperationException();
    }

    /// Used so far by this worker.
    public Usage usage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
