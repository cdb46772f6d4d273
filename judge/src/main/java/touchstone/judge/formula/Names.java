package touchstone.judge.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchstone.judge.formula.Expression.Constant;
import touchstone.judge.formula.Expression.Variable;
import touchstone.judge.formula.Token.Name;
import touchstone.judge.text.Nearest;

/// The names that a formula may use, in any of their spellings: `alpha` and `α`, `x1`, `x_1` and `x₁`.
final class Names {
    private static final String[] GREEK = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta",
            "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma",
            "tau", "upsilon", "phi", "chi", "psi", "omega"};
    private static final Set<String> PROGRAM = Set.of("new", "return", "import", "class", "if", "else",
            "while", "for", "int", "long", "double", "float", "var", "void", "static", "this", "null", "true",
            "false", "instanceof", "throw", "try", "switch", "def", "Math", "System");
    private static final int SPLIT_CHARS_MAX = 16;

    private final List<String> variables;
    private final Map<String, Integer> folded = new HashMap<>();

    Names(List<String> variables) {
        this.variables = variables;
        for (int i = 0; i < variables.size(); i++) {
            // of two that look alike when folded, each answers to its exact spelling only
            folded.merge(fold(variables.get(i)), i, (_, _) -> -1);
        }
    }

    Optional<Variable> variable(String name) {
        int index = variables.indexOf(name);
        if (index < 0) {
            index = folded.getOrDefault(fold(name), -1);
        }
        return index < 0 ? Optional.empty() : Optional.of(new Variable(index, variables.get(index)));
    }

    static Optional<Constant> constant(String name) {
        return switch (fold(name)) {
            case "pi" -> Optional.of(Constant.PI);
            case "e" -> Optional.of(Constant.E);
            default -> Optional.empty();
        };
    }

    private static String fold(String name) {
        var folded = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'α' && c <= 'ω') {
                folded.append(GREEK[c - 'α']);
            } else if (c >= 'Α' && c <= 'Ω') {
                var small = GREEK[c - 'Α'];
                folded.append(Character.toUpperCase(small.charAt(0))).append(small, 1, small.length());
            } else if (c != '_') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /// Why there is no such name.
    ///
    /// @param called whether a bracket follows it
    UnreadableException unknown(Name token, boolean called) {
        var name = token.text();
        if (PROGRAM.contains(name)) {
            return new UnreadableException(token, "formula.code", name);
        }
        if (name.equals("lg")) {
            return new UnreadableException(token, "formula.lg", name);
        }
        var cased = known().filter(name::equalsIgnoreCase).findFirst();
        if (cased.isPresent()) {
            return new UnreadableException(token, "formula.name.case", name, cased.get());
        }
        var product = name.length() > SPLIT_CHARS_MAX ? null : product(name);
        if (product != null) {
            return new UnreadableException(token, "formula.product", product);
        }
        return called ? unknownFunction(token) : unknownVariable(token);
    }

    private Stream<String> known() {
        return Stream.concat(Stream.concat(variables.stream(), Stream.of("pi", "e")),
                Function.allNames().stream());
    }

    /// The name as a product of variables that were written side by side.
    private @Nullable String product(String name) {
        for (int end = name.length(); end > 0; end--) {
            var first = name.substring(0, end);
            if (variable(first).isPresent()) {
                var others = end == name.length() ? "" : product(name.substring(end));
                if (others != null) {
                    return others.isEmpty() ? first : first + "*" + others;
                }
            }
        }
        return null;
    }

    private static UnreadableException unknownFunction(Name token) {
        var near = Nearest.to(token.text(), Function.allNames(), UnaryOperator.identity());
        var all = String.join(", ", Function.allNames());
        return near
                .map(name -> new UnreadableException(token, "formula.function.near", token.text(), name, all))
                .orElseGet(() -> new UnreadableException(token, "formula.function", token.text(), all));
    }

    private UnreadableException unknownVariable(Name token) {
        var name = token.text();
        if (variables.isEmpty()) {
            return new UnreadableException(token, "formula.name.none", name);
        }
        var all = variables.stream().collect(Collectors.joining(", "));
        // any other letter would be near a single one
        var near = name.length() == 1 ? Optional.<String>empty()
                : Nearest.to(name, known().toList(), UnaryOperator.identity());
        return near.map(each -> new UnreadableException(token, "formula.name.near", name, each, all))
                .orElseGet(() -> new UnreadableException(token, "formula.name", name, all));
    }
}
