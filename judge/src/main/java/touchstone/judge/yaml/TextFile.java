package touchstone.judge.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of text that somebody wrote, of a sane size and in UTF-8.
public final class TextFile {
    private static final long BYTES_MAX = 1 << 20;

    private TextFile() {}

    /// Its text, or an empty one and a problem.
    ///
    /// @param needed why the file must be there, for the message when it is not
    public static String read(Path file, String needed, List<Problem> problems) {
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(new Problem(file, 0, "this file is missing; " + needed));
            } else if (Files.size(file) > BYTES_MAX) {
                problems.add(new Problem(file, 0, "longer than 1 MiB; shorten it"));
            } else {
                var text = Files.readString(file);
                if (text.isBlank()) {
                    problems.add(new Problem(file, 0, "this file is empty; write it"));
                }
                return text;
            }
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file, 0, "not UTF-8; save it as UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "cannot be read: " + e));
        }
        return "";
    }
}
