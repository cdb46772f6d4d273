package touchstone.judge.question;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;
import touchstone.judge.yaml.TextFile;

/// What the questions must ask about, and which of them does.
///
/// @param bullets of the interview's outline (`O-1.1-1`) and notes (`N-1.1-1`), in their order
/// @param matrix ids of questions by the bullet they cover, for every bullet
public record Coverage(List<Bullet> bullets, Map<String, List<String>> matrix) {
    private static final Pattern ID = Pattern.compile("[ON]-([A-Z]|\\d{1,2}(\\.\\d{1,2})?)-\\d{1,2}");

    public Coverage {
        bullets = List.copyOf(bullets);
        matrix = Collections.unmodifiableMap(new LinkedHashMap<>(matrix));
    }

    /// One line of the outline or the notes.
    public record Bullet(Path file, int line, String id, Text text) {}

    static List<Bullet> read(Path file, List<Problem> problems) {
        var text = TextFile.read(file, "it lists the bullets that questions cover", problems);
        var root = Fields.document(file, text, problems).knowing(List.of("bullets"));
        var bullets = new ArrayList<Bullet>();
        for (var fields : root.present() ? root.list("bullets") : List.<Fields>of()) {
            fields.knowing(List.of("id", "zh", "en"));
            var id = fields.string("id", "such as O-1.1-1");
            if (!id.isBlank() && !ID.matcher(id).matches()) {
                fields.problem(fields.line("id"), "'" + id + "' is no id of a bullet; write it like O-1.1-1");
            }
            bullets.add(new Bullet(file, fields.line(), id, Bilingual.within(fields, id)));
        }
        return bullets;
    }

    /// The bullets, each with whoever covers it.
    ///
    /// @param covers ids of bullets by the id of the question
    static Coverage of(List<Bullet> bullets, Map<String, List<String>> covers) {
        var matrix = new LinkedHashMap<String, List<String>>();
        bullets.forEach(bullet -> matrix.put(bullet.id(), new ArrayList<>()));
        covers.forEach((question, covered) -> covered.forEach(bullet -> {
            var questions = matrix.get(bullet);
            if (questions != null) {
                questions.add(question);
            }
        }));
        return new Coverage(bullets, matrix);
    }

    /// Whoever covers the bullet; nobody if there is no such bullet.
    public List<String> questions(String bullet) {
        return matrix.getOrDefault(bullet, List.of());
    }

    public boolean has(String bullet) {
        return matrix.containsKey(bullet);
    }
}
