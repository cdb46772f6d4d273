package touchstone.judge.yaml;

import java.nio.file.Path;

/// Something wrong with an exercise's folder, for its author.
///
/// @param line from 1, 0 if it concerns no line
/// @param message what is wrong and how to mend it
public record Problem(Path file, long line, String message) {
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + message;
    }
}
