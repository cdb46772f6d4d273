package touchstone.judge.question;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;
import touchstone.judge.yaml.TextFile;

/// Reads the file of a chapter: strictly, and it goes on after a problem, so that an author sees all of them
/// at once and the other questions can be used.
public final class QuestionReader {
    private static final String SCHEMA = "touchstone-questions/1";
    private static final Pattern CHAPTER = Pattern.compile("[1-9]|" + Chapter.NOTES);
    private static final int MINUTES_MAX = 240;

    private QuestionReader() {}

    /// What became of a file.
    ///
    /// @param chapter with the questions that are in order; nameless if the file does not tell
    /// @param problems in the order in which they were found
    public record Reading(Chapter chapter, List<Item> items, List<Problem> problems) {
        public Reading {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }
    }

    /// One entry of a file, in order or not.
    ///
    /// @param covers ids of bullets; a broken question still covers them, so that its own problem is not
    ///        told twice
    /// @param question absent if it has problems
    record Item(
            String id,
            List<String> covers,
            Optional<Question> question,
            Source source,
            List<Problem> problems) {
        Item {
            covers = List.copyOf(covers);
            problems = List.copyOf(problems);
        }
    }

    public static Reading read(Path file) {
        var problems = new ArrayList<Problem>();
        var text = TextFile.read(file, "name a chapter's file", problems);
        var root = Fields.document(file, text, problems);
        root.knowing(List.of("schema", "chapter", "title", "minutes", "items"));
        schema(root);
        var chapter = chapter(root);
        var title = root.present() ? Bilingual.of(root, "title") : new Text("", "");
        int minutes = minutes(root, chapter);
        var items = new ArrayList<Item>();
        for (var fields : root.present() ? root.list("items") : List.<Fields>of()) {
            items.add(item(fields, chapter, problems));
        }
        var questions = items.stream().flatMap(item -> item.question().stream()).toList();
        return new Reading(new Chapter(chapter, title, minutes, questions), items,
                problems.stream().distinct().toList());
    }

    private static void schema(Fields root) {
        var schema = root.string("schema", SCHEMA);
        if (!schema.isBlank() && !schema.equals(SCHEMA)) {
            root.problem(root.line("schema"), "'schema' must be " + SCHEMA);
        }
    }

    private static String chapter(Fields root) {
        var chapter = root.string("chapter", "1 to 9, or N for the notes");
        if (chapter.isBlank() || CHAPTER.matcher(chapter).matches()) {
            return chapter;
        }
        root.problem(root.line("chapter"), "'chapter' must be 1 to 9, or N for the notes");
        return "";
    }

    private static int minutes(Fields root, String chapter) {
        if (!chapter.equals(Chapter.NOTES)) {
            return root.integer("minutes", 1, MINUTES_MAX);
        }
        if (root.has("minutes")) {
            root.problem(root.line("minutes"), "the notes have no time in the outline; remove 'minutes'");
        }
        return 0;
    }

    private static Item item(Fields fields, String chapter, List<Problem> problems) {
        int before = problems.size();
        var reader = new ItemReader(fields, chapter);
        var id = reader.id();
        var covers = reader.covers();
        var question = reader.question(id, covers);
        var source = reader.source();
        var own = problems.subList(before, problems.size()).stream().distinct().toList();
        return new Item(id, covers, own.isEmpty() ? question : Optional.empty(), source, own);
    }
}
