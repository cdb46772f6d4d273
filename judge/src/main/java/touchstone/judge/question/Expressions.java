package touchstone.judge.question;

import java.util.List;
import touchstone.judge.formula.Formula;
import touchstone.judge.formula.Formula.Reading;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;
import touchstone.judge.yaml.Fields;

/// Reads what authors write as formulas.
final class Expressions {
    private Expressions() {}

    /// The text at the key; a problem if it is no expression of the variables.
    static String read(Fields fields, String key, List<String> variables) {
        var of = variables.isEmpty() ? "numbers" : String.join(", ", variables);
        var text = fields.string(key, "an expression of " + of);
        if (!text.isBlank() && Formula.read(text, variables) instanceof Reading.Unreadable(var hint)) {
            var column = hint.column() == 0 ? "" : " at column " + hint.column();
            fields.problem(fields.line(key),
                    "'key.%s' is no expression of %s%s: %s".formatted(key, of, column,
                            Words.of("touchstone.judge.formula.hints", Language.EN)
                                    .say(hint.key(), hint.arguments().toArray())));
        }
        return text;
    }
}
