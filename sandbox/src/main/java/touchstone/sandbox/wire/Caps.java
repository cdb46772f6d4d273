package touchstone.sandbox.wire;

/// How large one value may be, see the package's documentation.
public record Caps(int cells, int rows, int textBytes) {
    /// Values inside one another: contracts need five, and only a cycle needs more.
    static final int DEPTH = 8;

    public Caps {
        if (cells < 0 || rows < 0 || textBytes < 0) {
            throw new IllegalArgumentException("a cap cannot be negative");
        }
    }
}
