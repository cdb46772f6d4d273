package touchstone.judge.cli;

/// Exit codes, the same for all commands.
final class ExitCode {
    /// Done, whatever the verdict.
    static final int DONE = 0;
    /// `verify` alone: something is not proven.
    static final int UNPROVEN = 1;
    static final int WRONG_USE = 2;
    static final int OUR_FAULT = 3;

    private ExitCode() {}
}
