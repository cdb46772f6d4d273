package touchstone.sandbox;

/// A message of the compiler, or of ours where no compiler saw the source.
///
/// @param severity `ERROR` or `WARNING`
/// @param file the source file's name as handed in, empty if it concerns none
/// @param line from 1, 0 if it concerns no line
/// @param column from 1, 0 if it concerns no column
/// @param start where in the file's text it begins, in characters from 0
/// @param end the character after the last it concerns; as `start` if it concerns a place and no text
/// @param code the kind of message, as javac names it: `compiler.err.not.stmt`; of ours `touchstone.…`; may
///        be empty
public record Diagnostic(
        Severity severity,
        String file,
        long line,
        long column,
        int start,
        int end,
        String code,
        String message) {
    public Diagnostic {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("from " + start + " to " + end);
        }
    }

    /// An error without a place in the text.
    public static Diagnostic error(String code, String message) {
        return new Diagnostic(Severity.ERROR, "", 0, 0, 0, 0, code, message);
    }

    public enum Severity {
        ERROR, WARNING
    }
}
