package touchstone.judge.answer;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.text.Text;

/// Questions that are nothing but their key.
final class Questions {
    private static final Text NOTHING = new Text("", "");
    /// One key for each unit, so that a table of spellings names the unit alone.
    private static final Map<String, Double> VALUES = Map.ofEntries(Map.entry("", -64.0),
            Map.entry("GB", 280.0), Map.entry("GiB", 260.7703209), Map.entry("B", 18.0),
            Map.entry("bit", 4.25), Map.entry("nat", 1.236537895), Map.entry("×", 3.2), Map.entry("%", 12.0),
            Map.entry("token/s", 142.8571429), Map.entry("Δ²", 0.08333333333), Map.entry("dB", 6.020599913),
            Map.entry("M", 11.683584), Map.entry("FLOP/B", 156.0), Map.entry("USD", 0.462962963),
            Map.entry("kg", 829.44));

    private Questions() {}

    static Question with(Key key) {
        return new Question(Path.of("chapter3.yaml"), 1, "q3-02", List.of(), 2, RubricDimension.PRACTICE, 1,
                NOTHING, key, NOTHING, List.of(), "", "");
    }

    static Question inUnit(String unit) {
        return numeric(requireNonNull(VALUES.get(unit), unit), unit, new Key.Tolerance(0.002, 0));
    }

    static Question numeric(double value, String unit, Key.Tolerance tolerance) {
        return with(new Key.Numeric(value, unit, tolerance, ""));
    }

    static Question single(String answer) {
        return with(new Key.Single(options("ABCD"), answer));
    }

    static Question multiple(String options, String answer) {
        return with(new Key.Multiple(options(options), Set.of(answer.split(""))));
    }

    static Question ordering(String answer) {
        var letters = answer.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return with(new Key.Ordering(options(letters.toString()), List.of(answer.split(""))));
    }

    static Question open() {
        return with(new Key.Open(false, List.of(new Key.KeyPoint(NOTHING, Question.POINTS))));
    }

    private static List<Key.Option> options(String letters) {
        return letters.chars()
                .mapToObj(letter -> new Key.Option(Character.toString(letter), NOTHING))
                .toList();
    }
}
