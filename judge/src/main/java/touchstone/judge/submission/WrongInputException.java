package touchstone.judge.submission;

import java.util.Locale;

/// Files that cannot be anybody's submission: wrong use by whoever names them. The command line says
/// it in the language of its user.
public final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String what;
    private final String limit;

    /// @param what the file, or how many files there are
    /// @param limit what is allowed, empty where the reason has no limit
    public WrongInputException(Reason reason, String what, String limit) {
        super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + what);
        this.reason = reason;
        this.what = what;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    public String what() {
        return what;
    }

    public String limit() {
        return limit;
    }

    /// What is wrong.
    public enum Reason {
        NUMBER_OF_FILES, MISSING, DIRECTORY, NO_ORDINARY_FILE, UNREADABLE, EMPTY, TOO_LARGE, BINARY
    }
}
