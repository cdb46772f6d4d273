package touchstone.judge.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Question.Mistake;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;

/// Reads one question of a chapter.
final class ItemReader {
    private static final List<String> KNOWN = List.of("id", "type", "covers", "minutes", "rubric", "level",
            "prompt", "key", "solution", "wrong", "ref", "prompt-may-show");
    private static final int MINUTES_MAX = 15;
    private static final int LEVEL_MAX = 3;
    private static final Pattern OF_NOTES = Pattern.compile("n(1[0-2]|[1-9])-\\d{2}");

    private final Fields item;
    /// Empty if it is not known, because the file does not say it rightly.
    private final String chapter;

    ItemReader(Fields item, String chapter) {
        this.item = item;
        this.chapter = chapter;
    }

    String id() {
        var id = item.string("id", "such as " + (chapter.equals(Chapter.NOTES) ? "n2-04" : "q3-07"));
        var pattern = chapter.equals(Chapter.NOTES) ? OF_NOTES
                : Pattern.compile("q%s-\\d{2}".formatted(chapter.isEmpty() ? "[1-9]" : chapter));
        if (!id.isBlank() && !pattern.matcher(id).matches()) {
            item.problem(item.line("id"), chapter.equals(Chapter.NOTES)
                    ? "'" + id + "' is no id of the notes; write n, section, hyphen, two digits: n2-04"
                    : "'%s' is no id of this chapter; write q%s, hyphen, two digits".formatted(id, chapter));
        }
        return id;
    }

    /// Ids of bullets, whatever else is wrong with the question.
    List<String> covers() {
        var covers = item.strings("covers");
        if (new HashSet<>(covers).size() < covers.size()) {
            item.problem(item.line("covers"), "'covers' names a bullet twice");
        }
        return covers;
    }

    /// To be used only if no problem was found.
    Optional<Question> question(String id, List<String> covers) {
        var type = item.choice("type", QuestionType.values(), QuestionType::key);
        item.knowing(known(type));
        var minutes = item.integer("minutes", 1, MINUTES_MAX);
        var rubric = item.choice("rubric", RubricDimension.values(), RubricDimension::key);
        var level = item.integer("level", 1, LEVEL_MAX);
        var prompt = Bilingual.sentence(item, "prompt");
        var key = type.map(this::key);
        var solution = Bilingual.optional(item, "solution").orElse(new Text("", ""));
        var wrong = mistakes();
        var ref = item.has("ref") ? item.string("ref", "where it can be read up, or leave it out") : "";
        if (key.isEmpty() || rubric.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question(item.file(), item.line(), id, covers, minutes, rubric.get(), level,
                prompt, key.get(), solution, wrong, ref,
                Fingerprint.of(id, prompt, key.get(), minutes, rubric.get())));
    }

    Source source() {
        var lines = new HashMap<String, Integer>();
        addLines(lines, "", item);
        addLines(lines, "prompt.", item.optionalFields("prompt"));
        addLines(lines, "key.", item.optionalFields("key"));
        addLines(lines, "wrong.", item.has("wrong") ? item.list("wrong") : List.of());
        var key = item.optionalFields("key");
        addLines(lines, "key.checks.", key.has("checks") ? key.list("checks") : List.of());
        return new Source(item.line(), lines,
                item.has("prompt-may-show") ? item.strings("prompt-may-show") : List.of());
    }

    private Key key(QuestionType type) {
        return switch (type) {
            case NUMERIC -> NumericKeys.read(item.fields("key"));
            case SINGLE -> new ChoiceKeys(item).single();
            case MULTIPLE -> new ChoiceKeys(item).multiple();
            case ORDERING -> new ChoiceKeys(item).ordering();
            case FORMULA -> FormulaKeys.read(item.fields("key"));
            case TEXT -> OpenKeys.text(item.fields("key"));
            case DESIGN -> OpenKeys.design(item.fields("key"));
        };
    }

    private List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        for (var fields : item.has("wrong") ? item.list("wrong") : List.<Fields>of()) {
            fields.knowing(List.of("answer", "why"));
            mistakes.add(new Mistake(fields.string("answer", "what is often answered"),
                    Bilingual.of(fields, "why")));
        }
        return mistakes;
    }

    private static List<String> known(Optional<QuestionType> type) {
        var known = new ArrayList<>(KNOWN);
        boolean withOptions = type.map(given -> switch (given) {
            case SINGLE, MULTIPLE, ORDERING -> true;
            case NUMERIC, FORMULA, TEXT, DESIGN -> false;
        }).orElse(true);
        if (withOptions) {
            known.add("options");
        }
        return known;
    }

    private static void addLines(Map<String, Integer> lines, String path, Fields fields) {
        fields.keys().forEach(key -> lines.put(path + key, fields.line(key)));
    }

    private static void addLines(Map<String, Integer> lines, String path, List<Fields> list) {
        for (int i = 0; i < list.size(); i++) {
            lines.put(path + i, list.get(i).line());
        }
    }
}
