package touchstone.judge.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import touchstone.judge.question.Question;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;

/// What a candidate answered, as handed in: one text per question.
///
/// @param candidate as they call themselves, or empty
/// @param answers by id of the question; an absent one was not answered
public record AnswerSheet(String candidate, Map<String, String> answers) {
    /// Nobody has answered anything.
    public static final AnswerSheet EMPTY = new AnswerSheet("", Map.of());

    private static final long FILE_BYTES_MAX = 1 << 20;
    private static final int NAME_CHARACTERS_MAX = 200;

    public AnswerSheet {
        answers = Map.copyOf(answers);
    }

    /// Reads a file of answers to the questions of one interview.
    ///
    /// @throws SheetException when the file is none, or speaks of what this interview does not ask
    public static AnswerSheet read(Path file, Plan plan) {
        return parse(file, text(file), plan);
    }

    /// The same of a file that was read already.
    ///
    /// @param file what it is called
    /// @throws SheetException as above
    public static AnswerSheet parse(Path file, String text, Plan plan) {
        var blueprint = plan.blueprint();
        var asked = plan.questions();
        var problems = new ArrayList<Problem>();
        var root = Fields.document(file, text, problems)
                .knowing(List.of("blueprint", "candidate", "answers"));
        checkBlueprint(root, blueprint);
        var candidate = root.optional("candidate").orElse("");
        if (candidate.length() > NAME_CHARACTERS_MAX) {
            root.problem(root.line("candidate"),
                    "'candidate' is longer than " + NAME_CHARACTERS_MAX + " characters; shorten it");
        }
        var answers = new LinkedHashMap<String, String>();
        var given = root.optionalFields("answers");
        for (var id : given.keys()) {
            if (asked.stream().noneMatch(question -> question.id().equals(id))) {
                given.problem(given.line(id),
                        "'" + id + "' is no question of " + blueprint.id() + "; "
                                + Nearest.to(id, asked, Question::id)
                                        .map(near -> "did you mean '" + near.id() + "'?")
                                        .orElse("remove it"));
            }
            answers.put(id, given.textOrTexts(id));
        }
        if (!problems.isEmpty()) {
            throw new SheetException(problems);
        }
        return new AnswerSheet(candidate, answers);
    }

    /// Reads a small file that a person wrote.
    static String text(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new SheetException(
                        List.of(new Problem(file, 0, "longer than 1 MiB; hand in answers alone")));
            }
            var text = Files.readString(file);
            if (text.isBlank()) {
                throw new SheetException(List.of(
                        new Problem(file, 0, "this file is empty; '--template' prints a form to fill in")));
            }
            return text;
        } catch (IOException e) {
            throw new SheetException(
                    List.of(new Problem(file, 0, "cannot be read as UTF-8 text; give a readable YAML file")));
        }
    }

    /// Answers to another interview would fit by accident and mean nothing.
    static void checkBlueprint(Fields root, Blueprint blueprint) {
        root.optional("blueprint")
                .filter(id -> !id.equals(blueprint.id()))
                .ifPresent(other -> root.problem(root.line("blueprint"),
                        "this belongs to '" + other + "', not to '" + blueprint.id() + "'"));
    }
}
