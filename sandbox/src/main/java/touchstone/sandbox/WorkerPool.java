package touchstone.sandbox;

/// Workers started ahead. A worker that was handed out never comes back; the pool refills in the
/// background once the judging that took it is over, because a start during a run competes with
/// the suite for the same cores.
public final class WorkerPool implements AutoCloseable {
    public WorkerPool(Sandbox sandbox, Limits limits, int size) {
        throw new UnsupportedOperationException();
    }

    /// A worker that has said hello: one started ahead if its spec is the usual one, else a new
    /// one.
    public Worker take(BoxSpec spec) {
        throw new UnsupportedOperationException();
    }

    /// Lets the pool start as many workers as were taken; called after a verdict.
    public void refill() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
