package touchstone.judge.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.question.Coverage.Bullet;
import touchstone.judge.question.QuestionReader.Item;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

/// All questions below some folders, each file of a chapter at `questions/*.yaml`. Reading evaluates no
/// formula.
public final class QuestionBank {
    private static final String COVERAGE = "coverage.yaml";

    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<Bullet> bullets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean lacksChapters;

    private QuestionBank() {}

    /// Reads every chapter; broken ones and broken questions do not stop the others.
    ///
    /// @param roots folders of exercises, with or without questions; a later one may not repeat an id
    public static QuestionBank read(List<Path> roots) {
        var bank = new QuestionBank();
        for (var root : roots) {
            var folder = root.resolve("questions");
            if (Files.isDirectory(folder)) {
                bank.readFolder(folder);
            }
        }
        bank.refuseRepeatedBullets();
        return bank;
    }

    /// In order of folders and files, each with the questions that are in order.
    public List<Chapter> chapters() {
        return List.copyOf(chapters);
    }

    /// In order of chapters.
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /// Everything wrong with the files, by line.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// The question of this id, if there is one.
    ///
    /// @throws BrokenFileException when there is, but it cannot be asked
    public Optional<Question> find(String id) {
        var item = items.get(id);
        if (item != null && item.question().isEmpty()) {
            throw new BrokenFileException(item.problems());
        }
        return Optional.ofNullable(questions.get(id));
    }

    /// What somebody who mistyped an id probably meant.
    public Optional<Question> nearest(String id) {
        return Nearest.to(id, questions.values(), Question::id);
    }

    /// Of the broken questions as well: what is wrong with them is told already.
    public Coverage coverage() {
        var covers = new LinkedHashMap<String, List<String>>();
        items.forEach((id, item) -> covers.put(id, item.covers()));
        return Coverage.of(bullets, covers);
    }

    /// Whether there is any file of which nothing could be read, so that nobody knows what it covers.
    public boolean lacksChapters() {
        return lacksChapters;
    }

    /// How a question of this bank was written.
    public Source source(Question question) {
        var item = items.get(question.id());
        return item == null ? new Source(question.line(), Map.of(), List.of()) : item.source();
    }

    private void readFolder(Path folder) {
        for (var file : chapterFiles(folder)) {
            var reading = QuestionReader.read(file);
            problems.addAll(reading.problems());
            lacksChapters |= reading.items().isEmpty();
            var first = reading.items().stream().filter(item -> isFirst(file, item)).toList();
            first.forEach(item -> items.put(item.id(), item));
            var usable = first.stream().flatMap(item -> item.question().stream()).toList();
            usable.forEach(question -> questions.put(question.id(), question));
            var chapter = reading.chapter();
            chapters.add(new Chapter(chapter.id(), chapter.title(), chapter.minutes(), usable));
        }
        bullets.addAll(Coverage.read(folder.resolve(COVERAGE), problems));
    }

    private boolean isFirst(Path file, Item item) {
        var earlier = items.get(item.id());
        if (earlier == null) {
            return true;
        }
        problems.add(new Problem(file, item.source().line("id"),
                "'%s' is already the id of another question; rename one".formatted(item.id())));
        return false;
    }

    private void refuseRepeatedBullets() {
        var lines = new HashMap<String, Integer>();
        for (var bullet : bullets) {
            var earlier = lines.putIfAbsent(bullet.id(), bullet.line());
            if (earlier != null) {
                problems.add(new Problem(bullet.file(), bullet.line(),
                        "the bullet '%s' is listed twice, first at line %d".formatted(bullet.id(), earlier)));
            }
        }
    }

    private static List<Path> chapterFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith(COVERAGE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }
}
