package touchstone.judge.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.question.Key.Check;
import touchstone.judge.question.Key.Range;
import touchstone.judge.yaml.Fields;

/// Reads keys of questions for a formula. Whether the checks agree with the expression is proven by whoever
/// can evaluate it.
final class FormulaKeys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,15}");
    private static final List<String> KNOWN = List.of("variables", "expression", "tolerance", "checks");

    private FormulaKeys() {}

    static Key.Formula read(Fields key) {
        key.knowing(KNOWN);
        var variables = variables(key);
        return new Key.Formula(variables,
                Expressions.read(key, "expression", List.copyOf(variables.keySet())),
                Tolerances.ofFormula(key), checks(key, variables));
    }

    private static Map<String, Range> variables(Fields key) {
        var fields = key.fields("variables");
        var variables = new LinkedHashMap<String, Range>();
        for (var name : fields.keys()) {
            if (!NAME.matcher(name).matches()) {
                fields.problem(fields.line(name), "'" + name + "' is no name of a variable");
            }
            variables.put(name, range(fields, name));
        }
        if (fields.present() && variables.isEmpty()) {
            key.problem(key.line("variables"), "'key.variables' is empty; name at least one");
        }
        return variables;
    }

    private static Range range(Fields variables, String name) {
        var bounds = variables.strings(name);
        if (bounds.size() == 2) {
            double low = number(bounds.getFirst());
            double high = number(bounds.getLast());
            if (low < high) {
                return new Range(low, high);
            }
        }
        if (!bounds.isEmpty()) {
            variables.problem(variables.line(name),
                    "the range of '" + name + "' must be two numbers, such as [0.5, 8]");
        }
        return new Range(0, 1);
    }

    /// NaN, which is below and above nothing, if it is no finite number.
    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<Check> checks(Fields key, Map<String, Range> variables) {
        var checks = new ArrayList<Check>();
        for (var fields : key.list("checks")) {
            fields.knowing(List.of("at", "value"));
            checks.add(new Check(point(fields.fields("at"), variables), fields.number("value").orElse(0)));
        }
        return checks;
    }

    private static Map<String, Double> point(Fields at, Map<String, Range> variables) {
        at.knowing(List.copyOf(variables.keySet()));
        var point = new HashMap<String, Double>();
        for (var name : variables.keySet()) {
            at.number(name).ifPresent(value -> point.put(name, value));
        }
        return point;
    }
}
