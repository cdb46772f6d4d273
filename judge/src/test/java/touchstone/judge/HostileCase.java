package touchstone.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One file of the collection in src/test/hostile: an attack in the shape of a
/// submission for `magnitude-prune`, and what may come of it.
///
/// @param expected the verdicts that are right, [#REFUSED] among them when it need not be judged at all
/// @param detectedByWeakBox whether it must get through where nothing isolates it; only cases that do no
///        harm to the machine are marked so
record HostileCase(Path file, Set<String> expected, boolean detectedByWeakBox) {
    /// Not judged, because the file cannot be a submission.
    static final String REFUSED = "REFUSED";

    private static final Path FOLDER = Path.of("src/test/hostile");
    private static final Pattern EXPECTED = Pattern.compile("// expect: ([A-Z_ |]+)");

    HostileCase {
        expected = Set.copyOf(expected);
    }

    static List<HostileCase> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(HostileCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileCase read(Path file) {
        try {
            // UTF-16 without its zeros reads like ASCII, and the head of a file is no more than that.
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\0", "");
            var expected = EXPECTED.matcher(text);
            if (!expected.find()) {
                throw new IllegalStateException(file + " does not say what to expect");
            }
            return new HostileCase(file, Set.of(expected.group(1).strip().split(" \\| ")),
                    text.contains("// weak-box: detects"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Class of attack and name: `pipe/frame-partial`.
    String name() {
        return FOLDER.relativize(file).toString().replace(".java", "");
    }

    String attackClass() {
        return name().substring(0, name().indexOf('/'));
    }
}
