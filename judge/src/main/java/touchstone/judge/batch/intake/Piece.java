package touchstone.judge.batch.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import touchstone.judge.upload.Upload;

/// A file of an upload, or what was left out in its place.
///
/// @param path from the top of the upload, for people
/// @param parts of the path below what has been looked through so far
/// @param file empty if it was left out
record Piece(String path, List<String> parts, Optional<Upload.File> file, Optional<Finding> leftOut) {
    Piece {
        parts = List.copyOf(parts);
    }

    static Piece of(Upload.File file) {
        return new Piece(file.path(), List.of(file.path().split("/", -1)), Optional.of(file),
                Optional.empty());
    }

    static Piece of(Upload.LeftOut entry) {
        return new Piece(entry.path(), List.of(entry.path().replace('\\', '/').split("/", -1)),
                Optional.empty(), Optional.of(Finding.of(entry)));
    }

    boolean loose() {
        return parts.size() == 1;
    }

    String top() {
        return parts.getFirst();
    }

    String name() {
        return parts.getLast();
    }

    List<String> folders() {
        return parts.subList(0, parts.size() - 1);
    }

    Piece below() {
        return new Piece(path, parts.subList(1, parts.size()), file, leftOut);
    }

    /// The same file under another name.
    Piece named(String name) {
        return new Piece(path, List.of(name), file, leftOut);
    }

    boolean java() {
        return name().toLowerCase(Locale.ROOT).endsWith(".java");
    }

    boolean answers() {
        return name().toLowerCase(Locale.ROOT).matches("answers\\.ya?ml");
    }

    /// The name without its ending.
    String stem() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? name() : name().substring(0, dot);
    }

    Finding finding(Finding.Reason reason, String... details) {
        return Finding.of(path, reason, details);
    }
}
