package touchstone.sandbox.wire;

/// The kinds of frames. Plain numbers, not an enum: the reader must cope with
/// any byte, and a box starts faster with each class less.
public final class Kind {
    public static final int VERSION = 3;

    public static final int HELLO = 1;
    public static final int LOAD = 2;
    public static final int CONSTRUCT = 3;
    public static final int CALL = 4;
    public static final int COMPILE = 5;
    public static final int PING = 6;
    public static final int RETURNED = 16;
    public static final int THREW = 17;
    public static final int REFUSED = 18;
    public static final int COMPILED = 19;
    public static final int REJECTED = 20;

    /// Programs, as HELLO names them.
    public static final int WORKER = 1;
    public static final int COMPILER = 2;

    /// Flags of RETURNED.
    public static final int ARGUMENTS_CHANGED = 1;
    public static final int RESULT_SHARED = 2;

    /// Severities of diagnostics.
    public static final int ERROR = 1;
    public static final int WARNING = 2;

    private Kind() {}
}
