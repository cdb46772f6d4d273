package touchstone.judge.cli;

/// Exit codes, the same for all commands.
public final class ExitCode {
    /// Done, whatever the verdict.
    public static final int DONE = 0;
    /// `verify` alone: something is not proven.
    public static final int UNPROVEN = 1;
    public static final int WRONG_USE = 2;
    public static final int OUR_FAULT = 3;

    private ExitCode() {}
}
