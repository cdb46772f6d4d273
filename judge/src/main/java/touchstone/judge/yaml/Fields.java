package touchstone.judge.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import touchstone.judge.text.Nearest;
import touchstone.judge.text.Text;

/// Keys and values of one mapping in a YAML document. A value that is missing or wrong is reported, and a
/// harmless one is given in its place.
public final class Fields {
    /// Stands for a mapping that is absent, and whose own keys are not missed in turn.
    private static final Yaml.Mapping NOTHING = new Yaml.Mapping(0, Map.of(), Map.of());

    private final Path file;
    private final List<Problem> problems;
    private final String path;
    private final Yaml.Mapping mapping;

    private Fields(Path file, List<Problem> problems, String path, Yaml.Mapping mapping) {
        this.file = file;
        this.problems = problems;
        this.path = path;
        this.mapping = mapping;
    }

    /// The keys of a whole document.
    ///
    /// @param problems gets what is wrong, now and whenever a value is asked for
    public static Fields document(Path file, String text, List<Problem> problems) {
        return new Fields(file, problems, "", parse(file, text, problems));
    }

    private static Yaml.Mapping parse(Path file, String text, List<Problem> problems) {
        try {
            if (text.isBlank()) {
                return NOTHING;
            }
            if (Yaml.parse(text) instanceof Yaml.Mapping mapping) {
                return mapping;
            }
            problems.add(new Problem(file, 1, "expected keys and values"));
        } catch (Yaml.SyntaxException e) {
            problems.add(new Problem(file, e.line(), "not valid YAML: " + e.getMessage()));
        }
        return NOTHING;
    }

    /// Every other key is a mistake.
    public Fields knowing(List<String> known) {
        for (var key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                problem(line(key),
                        "'%s%s' is not a known key; %s".formatted(path, key,
                                Nearest.to(key, known, Function.identity())
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("known are " + String.join(", ", known))));
            }
        }
        return this;
    }

    public Path file() {
        return file;
    }

    /// Whether there is anything at all; what is absent was reported by whoever asked for it.
    public boolean present() {
        return mapping.line() > 0;
    }

    /// From 1, 0 if it is absent.
    public int line() {
        return mapping.line();
    }

    /// Line of this key, else of the whole.
    public int line(String key) {
        return mapping.lines().getOrDefault(key, mapping.line());
    }

    /// In the order of the document.
    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    public void problem(int line, String message) {
        problems.add(new Problem(file, line, message));
    }

    /// A text in both languages.
    public Text text(String key) {
        var both = fields(key).knowing(List.of("zh", "en"));
        return new Text(both.translation(key, "zh", "Chinese"), both.translation(key, "en", "English"));
    }

    /// A text in both languages that this mapping itself holds, beside other keys.
    public Text text() {
        return new Text(translation("it", "zh", "Chinese"), translation("it", "en", "English"));
    }

    private String translation(String owner, String language, String name) {
        var value = optional(language).orElse("");
        if (value.isBlank() && present()) {
            problem(line(), "'%s' lacks its %s text; add '%s: …' to it".formatted(owner, name, language));
        }
        return value;
    }

    /// A plain value.
    ///
    /// @param what it is, for the message when it is missing: "a whole number"
    public String string(String key, String what) {
        if (!has(key)) {
            missing(key, what);
            return "";
        }
        var value = optional(key);
        if (value.isPresent() && value.get().isBlank()) {
            problem(line(key), "'" + path + key + "' is empty; write " + what);
        }
        return value.orElse("");
    }

    public Optional<String> optional(String key) {
        var value = mapping.entries().get(key);
        return value == null ? Optional.empty() : scalar(value, path + key);
    }

    public int integer(String key, int low, int high) {
        var what = "a whole number from %d to %d".formatted(low, high);
        if (!has(key)) {
            missing(key, what);
            return low;
        }
        var text = optional(key).orElse("");
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= low && Integer.parseInt(text) <= high) {
            return Integer.parseInt(text);
        }
        problem(line(key), "'%s%s' must be %s".formatted(path, key, what));
        return low;
    }

    /// A finite number; empty, and reported, if it is none.
    public OptionalDouble number(String key) {
        if (!has(key)) {
            missing(key, "a number");
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(optional(key).orElse(""));
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            // said below, as for all that is no number
        }
        problem(line(key), "'" + path + key + "' must be a number");
        return OptionalDouble.empty();
    }

    /// One of some words.
    public <E extends Enum<E>> Optional<E> choice(String key, E[] values, Function<E, String> name) {
        var known = List.of(values).stream().map(name).toList();
        var text = string(key, "one of " + String.join(", ", known));
        int index = known.indexOf(text);
        if (index < 0 && !text.isBlank()) {
            problem(line(key), "'%s%s' must be one of %s".formatted(path, key, String.join(", ", known)));
        }
        return index < 0 ? Optional.empty() : Optional.of(values[index]);
    }

    /// The keys and values below this key.
    public Fields fields(String key) {
        if (!has(key)) {
            missing(key, "keys and values");
        }
        return optionalFields(key);
    }

    public Fields optionalFields(String key) {
        var value = mapping.entries().get(key);
        if (value != null && !(value instanceof Yaml.Mapping)) {
            problem(value.line(), "'" + path + key + "' must hold keys and values");
        }
        return below(key, value);
    }

    private Fields below(String key, @Nullable Yaml value) {
        return new Fields(file, problems, path + key + ".",
                value instanceof Yaml.Mapping below ? below : NOTHING);
    }

    /// A list of plain values, at least one.
    public List<String> strings(String key) {
        var strings = new ArrayList<String>();
        for (var item : items(key, "text")) {
            scalar(item, path + key).ifPresent(strings::add);
        }
        return strings;
    }

    /// A plain value, or a list of them joined by commas.
    public String textOrTexts(String key) {
        return mapping.entries().get(key) instanceof Yaml.Sequence sequence ? sequence.items()
                .stream()
                .flatMap(item -> scalar(item, path + key).stream())
                .collect(Collectors.joining(", ")) : optional(key).orElse("");
    }

    /// A list of plain values, which may be empty but not absent.
    public List<String> listOfTexts(String key) {
        return mapping.entries().get(key) instanceof Yaml.Sequence sequence && sequence.items().isEmpty()
                ? List.of()
                : strings(key);
    }

    /// A list of mappings, at least one.
    public List<Fields> list(String key) {
        var list = new ArrayList<Fields>();
        for (var item : items(key, "entry with keys and values")) {
            if (item instanceof Yaml.Mapping) {
                list.add(below(key, item));
            } else {
                problem(item.line(), "'" + path + key + "' must hold entries with keys and values");
            }
        }
        return list;
    }

    private List<Yaml> items(String key, String what) {
        return switch (mapping.entries().get(key)) {
            case null -> {
                missing(key, "a list of at least one " + what);
                yield List.of();
            }
            case Yaml.Sequence sequence when !sequence.items().isEmpty() -> sequence.items();
            case Yaml other -> {
                problem(other.line(), "'%s%s' must be a list of at least one %s".formatted(path, key, what));
                yield List.of();
            }
        };
    }

    private Optional<String> scalar(Yaml value, String name) {
        if (value instanceof Yaml.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        problem(value.line(), "'" + name + "' must be a plain text, not a list and not keys");
        return Optional.empty();
    }

    private void missing(String key, String what) {
        if (present()) {
            problem(line(), "'" + path + key + "' is missing; add " + what);
        }
    }
}
