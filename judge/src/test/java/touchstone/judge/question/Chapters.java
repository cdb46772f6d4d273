package touchstone.judge.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small bank that is in order, to be broken in one place.
public final class Chapters {
    private static final Path SOUND = Path.of("src/test/resources/touchstone/judge/cli/exercises/questions");
    private static final List<String> FILES = List.of("chapter3.yaml", "notes.yaml", "coverage.yaml");

    private final Path root;

    public Chapters(Path root) {
        this.root = root;
    }

    /// A copy below this folder.
    public static Chapters copy(Path root) throws IOException {
        var chapters = new Chapters(root);
        Files.createDirectories(chapters.folder());
        for (var name : FILES) {
            Files.copy(SOUND.resolve(name), chapters.file(name));
        }
        return chapters;
    }

    public Path folder() {
        return root.resolve("questions");
    }

    public Path file(String name) {
        return folder().resolve(name);
    }

    /// Replaces the first place that holds the text, in whichever file it is.
    public Chapters with(String text, String replacement) throws IOException {
        for (var name : FILES) {
            var before = Files.readString(file(name));
            int at = before.indexOf(text);
            if (at >= 0) {
                Files.writeString(file(name),
                        before.substring(0, at) + replacement + before.substring(at + text.length()));
                return this;
            }
        }
        throw new AssertionError("no file holds " + text);
    }

    public QuestionBank bank() {
        return QuestionBank.read(List.of(root));
    }
}
