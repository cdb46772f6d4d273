package touchstone.sandbox;

/// What keeps a box apart from the machine around it. A backend names only what its preflight has attacked or its
/// command line fixes.
public enum Safeguard {
    /// Of users, processes, network, mounts, IPC and host name.
    OWN_NAMESPACES,
    /// A JVM and the C library, and no other file: no `/proc`, no `/sys`, no `/etc`, no home.
    READ_ONLY_IMAGE,
    /// But a loopback of its own, and no system call that makes a socket.
    NO_NETWORK,
    /// But for `LANG` and `LD_LIBRARY_PATH`.
    EMPTY_ENVIRONMENT,
    /// Not even in `/tmp`.
    NO_WRITABLE_FILE,
    /// Threads yes; processes, sockets and file locks no; what only an attack calls ends the box.
    SYSTEM_CALL_FILTER,
    /// Memory, threads, CPU time and open files.
    KERNEL_LIMITS,
    /// No capabilities, no user namespace of its own, and it dies with the judge.
    NO_PRIVILEGES,
    /// No other box on this machine has the same.
    USER_OF_ITS_OWN,
    /// The one who runs the judge; only root can give each box a user of its own.
    USER_OF_THE_JUDGE,
    /// Every attack that the preflight made from inside a box was refused.
    PREFLIGHT
}
