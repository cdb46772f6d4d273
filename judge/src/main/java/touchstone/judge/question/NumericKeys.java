package touchstone.judge.question;

import java.util.List;
import touchstone.judge.unit.Unit;
import touchstone.judge.yaml.Fields;

/// Reads keys of numeric questions.
final class NumericKeys {
    private static final List<String> KNOWN = List.of("value", "unit", "tolerance", "computation");

    private NumericKeys() {}

    static Key.Numeric read(Fields key) {
        key.knowing(KNOWN);
        var value = key.number("value");
        return new Key.Numeric(value.orElse(0), unit(key), Tolerances.around(key, value), computation(key));
    }

    /// The unit of a plain number is written as well, since forgetting it is the likelier mistake.
    private static String unit(Fields key) {
        if (!key.has("unit")) {
            if (key.present()) {
                key.problem(key.line(), "'key.unit' is missing; add one, or \"\" for a plain number");
            }
            return "";
        }
        var unit = key.optional("unit").orElse("");
        if (Unit.of(unit).isEmpty()) {
            key.problem(key.line("unit"), "'" + unit + "' is no unit that answers can be given in");
        }
        return unit;
    }

    private static String computation(Fields key) {
        return key.has("computation") ? Expressions.read(key, "computation", List.of()) : "";
    }
}
