package touchstone.web.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.text.Text;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Limits;

/// A small library: the exercise `code`, the question `q1-01` about a number, and nothing else.
final class Items {
    static final String CODE = "code";
    static final String NUMBER = "q1-01";
    static final Exercise EXERCISE = new Exercise(Path.of("code"), CODE, new Text("题", "code"), "topic", 1,
            20, Map.of(RubricDimension.PRACTICE, 100), Limits.defaults(), BoxSpec.Jit.LIGHT,
            new Text("述", "say"), "", "", "", Map.of(), List.of(), List.of(), "hash-of-code");
    private static final Question QUESTION = new Question(Path.of("chapter"), 1, NUMBER, List.of(), 3,
            RubricDimension.THEORY, 1, new Text("几？", "How many?"),
            new Key.Numeric(42, "", new Key.Tolerance(0, 0), ""), new Text("", ""), List.of(), "",
            "hash-of-number");

    private Items() {}

    static Optional<Entry> find(String id) {
        return switch (id) {
            case CODE -> Optional.of(new Entry.Coding(EXERCISE));
            case NUMBER -> Optional.of(new Entry.Asked(QUESTION));
            default -> Optional.empty();
        };
    }
}
