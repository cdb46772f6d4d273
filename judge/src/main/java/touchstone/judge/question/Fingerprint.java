package touchstone.judge.question;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.digest.Sha256;
import touchstone.judge.question.Key.Option;
import touchstone.judge.text.Text;

/// The hash of a question: over what candidates read, the key, and how the mark counts. Explanations may be
/// mended without a new version.
final class Fingerprint {
    private final Sha256 digest = new Sha256();

    private Fingerprint() {}

    static String of(String id, Text prompt, Key key, int minutes, RubricDimension rubric) {
        var fingerprint = new Fingerprint();
        fingerprint.values(id, QuestionType.of(key).key(), minutes, rubric.key());
        fingerprint.add(prompt);
        fingerprint.add(key);
        return fingerprint.digest.hex();
    }

    private void add(Key key) {
        switch (key) {
            case Key.Numeric(double value, String unit, Key.Tolerance tolerance, _) ->
                values(value, unit, tolerance);
            case Key.Single(List<Option> options, String answer) -> {
                add(options);
                values(answer);
            }
            // a set has no order of its own, and another one in every run
            case Key.Multiple(List<Option> options, var answer) -> {
                add(options);
                values(new TreeSet<>(answer));
            }
            case Key.Ordering(List<Option> options, List<String> answer) -> {
                add(options);
                values(answer);
            }
            case Key.Formula formula -> add(formula);
            case Key.Open(_, List<Key.KeyPoint> points) -> points.forEach(point -> {
                add(point.text());
                values(point.points());
            });
        }
    }

    private void add(Key.Formula formula) {
        values(formula.variables(), formula.expression(), formula.tolerance());
        formula.checks().forEach(check -> values(new TreeMap<>(check.at()), check.value()));
    }

    private void add(List<Option> options) {
        options.forEach(option -> {
            values(option.letter());
            add(option.text());
        });
    }

    private void add(Text text) {
        values(text.zh(), text.en());
    }

    private void values(Object... parts) {
        for (var part : parts) {
            digest.text(part.toString());
        }
    }
}
