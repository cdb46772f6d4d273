package touchstone.judge.compile;

import java.nio.file.Path;
import java.util.regex.Pattern;
import touchstone.judge.yaml.Problem;

/// Finds the line of a declaration for problems that reflection has found.
record SourceLines(Path file, String text) {
    Problem problem(int line, String message) {
        return new Problem(file, line, message);
    }

    /// Line of the first declaration of a method, or of a call if that is all there
    /// is; 1 if the name does not occur.
    int declaration(String name) {
        var matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(").matcher(text);
        return matcher.find()
                ? 1 + (int) text.substring(0, matcher.start()).lines().count()
                        - (text.charAt(Math.max(0, matcher.start() - 1)) == '\n' ? 0 : 1)
                : 1;
    }
}
