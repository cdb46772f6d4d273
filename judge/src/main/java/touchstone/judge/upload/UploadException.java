package touchstone.judge.upload;

import java.nio.file.Path;
import java.util.Locale;

/// An upload that cannot be used as a whole. The command line and the web say it in the language of their user.
public final class UploadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String upload;

    UploadException(Reason reason, Path upload) {
        super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + upload);
        this.reason = reason;
        this.upload = upload.toString();
    }

    public Reason reason() {
        return reason;
    }

    public String upload() {
        return upload;
    }

    /// What is wrong with it.
    public enum Reason {
        MISSING,
        UNREADABLE,
        /// Neither ZIP nor TAR, compressed with gzip or not.
        NOT_AN_ARCHIVE,
        /// It ends too early, or parts of it contradict each other. What came before is not used either: whoever came
        /// after it would be missing without a word.
        BROKEN,
        TOO_MANY_ENTRIES,
        TOO_LARGE,
        /// Its entries share their bytes.
        OVERLAPPING
    }
}
