package touchstone.judge.batch;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A batch that cannot begin or go on, for a reason that whoever runs it can mend. The command line and the web say it
/// in the language of their user.
public final class BatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String folder;
    private final String detail;

    BatchException(Reason reason, Object folder, String detail, @Nullable Throwable cause) {
        super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + folder + " " + detail, cause);
        this.reason = reason;
        this.folder = folder.toString();
        this.detail = detail;
    }

    static BatchException of(Reason reason, Object folder, String detail) {
        return new BatchException(reason, folder, detail, null);
    }

    public Reason reason() {
        return reason;
    }

    /// What its sentence is filled in with.
    public List<String> details() {
        return List.of(folder, detail);
    }

    /// What is in the way.
    public enum Reason {
        /// Another process works there.
        IN_USE,
        /// There is a batch already, and nobody said to resume it.
        BEGUN,
        /// The batch there is about something else; the detail says what: `seed`, `interview`, `exercise`.
        ANOTHER,
        /// The folder cannot be made or written: permissions, or a full disk.
        UNWRITABLE,
        /// There is no batch that could be read.
        NO_BATCH
    }
}
