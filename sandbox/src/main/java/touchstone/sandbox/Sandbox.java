package touchstone.sandbox;

/// A way to put one of our JVMs into a box; one implementation per isolation technique. Every
/// implementation passes the same `SandboxContract` tests and the same collection of hostile
/// submissions. Safe for use by several threads.
public interface Sandbox extends AutoCloseable {
    /// What separates a box from this machine, as facts that `doctor` and reports show.
    Isolation isolation();

    /// Starts a box. Returns as soon as the process exists; its program says hello later.
    ///
    /// @throws SandboxException when the box cannot be started: always our failure
    Box start(BoxSpec spec);

    /// Kills every box that is still alive.
    @Override
    void close();
}
