package touchstone.judge.cli;

/// Seeds of random test inputs.
final class Seeds {
    /// Without `--seed`: a constant, so that the same submission gets the same
    /// report today and tomorrow. An interview has a secret seed of its own.
    static final long DEFAULT = 20260101;

    private Seeds() {}
}
