package touchstone.sandbox;

/// A message of the compiler.
///
/// @param severity `ERROR` or `WARNING`
/// @param file the source file's name as handed in, empty if it concerns none
/// @param line from 1, 0 if it concerns no line
/// @param column from 1, 0 if it concerns no column
public record Diagnostic(Severity severity, String file, long line, long column, String message) {
    public enum Severity {
        ERROR, WARNING
    }
}
