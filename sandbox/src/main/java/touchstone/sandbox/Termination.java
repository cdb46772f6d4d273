package touchstone.sandbox;

/// What became of a boxed process.
public sealed interface Termination {
    /// It ended by itself. The code is the submission's claim and proves nothing.
    record Exited(int code) implements Termination {}

    /// The kernel ended it: 31 is SIGSYS (the system call filter), 9 the CPU limit.
    record Signalled(int signal) implements Termination {}

    /// We ended it.
    record Killed() implements Termination {}
}
