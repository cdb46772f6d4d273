package touchstone.judge.batch.intake;

import java.util.List;
import java.util.Locale;

/// A table of applicants and files that cannot be used as a whole. The command line and the web say it in the language
/// of their user.
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String place;
    private final String detail;

    /// @param place the file, with the line where there is one
    TableException(Reason reason, String place, String detail) {
        super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + place);
        this.reason = reason;
        this.place = place;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /// What its sentence is filled in with.
    public List<String> details() {
        return List.of(place, detail);
    }

    /// What is wrong with it.
    public enum Reason {
        UNREADABLE,
        TOO_LARGE,
        EMPTY,
        /// As spreadsheets in China save it.
        GBK,
        /// As some programs call "Unicode".
        UTF_16,
        NOT_UTF8,
        /// A column is missing; the detail is its name.
        NO_COLUMN,
        /// A quoted cell never ends, so nothing after it can be told apart.
        OPEN_QUOTE
    }
}
