package touchstone.judge.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchstone.judge.authoring.RubricDimension;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Limits;

/// The reader of exercise.yaml: strict, and it goes on after a problem so that an
/// author sees all of them at once.
final class Manifest {
    private static final List<String> KEYS = List.of("title", "level", "minutes", "rubric", "about",
            "sources", "limits", "jit");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(KiB|MiB)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}) ?(ms|s)");
    private static final Pattern ABOUT_KEY = Pattern.compile("[a-z][a-z0-9-]*");

    /// Stands for keys that are absent, and whose own keys are not missed in turn.
    private static final Yaml.Mapping NOTHING = new Yaml.Mapping(0, Map.of(), Map.of());

    private final Path file;
    private final List<Problem> problems;
    private final Yaml.Mapping root;

    Manifest(Path file, String text, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.root = parse(text);
        refuseOtherKeys(root, "", KEYS);
    }

    private Yaml.Mapping parse(String text) {
        try {
            if (text.isBlank()) {
                return NOTHING;
            }
            if (Yaml.parse(text) instanceof Yaml.Mapping mapping) {
                return mapping;
            }
            problem(1, "expected keys and values: " + String.join(", ", KEYS));
        } catch (Yaml.SyntaxException e) {
            problem(e.line(), "not valid YAML: " + e.getMessage());
        }
        return NOTHING;
    }

    Text title() {
        return text(root, "title");
    }

    int level() {
        return integer("level", 1, 5);
    }

    int minutes() {
        return integer("minutes", 1, 480);
    }

    Map<RubricDimension, Integer> rubric() {
        var shares = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        var rubric = mapping(root, "rubric", true);
        refuseOtherKeys(rubric, "rubric.",
                Stream.of(RubricDimension.values()).map(RubricDimension::key).toList());
        for (var dimension : RubricDimension.values()) {
            if (rubric.entries().containsKey(dimension.key())) {
                shares.put(dimension, integer(rubric, "rubric.", dimension.key(), 1, 100));
            }
        }
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 100 && rubric.line() > 0) {
            problem(line(root, "rubric"),
                    "the shares of the rubric add up to " + sum + "; change them to add up to 100");
        }
        return shares;
    }

    Map<String, Text> about() {
        var about = mapping(root, "about", true);
        var texts = new LinkedHashMap<String, Text>();
        for (var key : about.entries().keySet()) {
            if (!ABOUT_KEY.matcher(key).matches()) {
                problem(line(about, key), "'" + key + "' is no key; use lower-case words joined by hyphens");
            }
            texts.put(key, text(about, key));
        }
        return texts;
    }

    /// Line on which a key of `about` is declared, for problems found later.
    static int aboutLine(Path file, String key) {
        try {
            if (Yaml.parse(Files.readString(file)) instanceof Yaml.Mapping root
                    && root.entries().get("about") instanceof Yaml.Mapping about) {
                return about.lines().getOrDefault(key, about.line());
            }
        } catch (IOException | Yaml.SyntaxException e) {
            // It was there and valid when the exercise was read; without a line the problem is still told.
        }
        return 0;
    }

    List<String> sources() {
        var sources = new ArrayList<String>();
        switch (root.entries().get("sources")) {
            case null -> missing(root, "sources", "a list of papers, at least one");
            case Yaml.Sequence list when !list.items().isEmpty() -> {
                for (var item : list.items()) {
                    scalar(item, "sources").ifPresent(sources::add);
                }
            }
            case Yaml other -> problem(other.line(), "'sources' must be a list of at least one text");
        }
        return sources;
    }

    Limits limits() {
        var defaults = Limits.defaults();
        var limits = mapping(root, "limits", false);
        refuseOtherKeys(limits, "limits.", List.of("heap", "call"));
        var heap = quantity(limits, "heap", SIZE, "such as '256 MiB'",
                (amount, unit) -> unit.equals("KiB") ? ByteSize.kibibytes(amount)
                        : ByteSize.mebibytes(amount),
                defaults.box().heap());
        var call = quantity(limits, "call", TIME, "such as '4 s' or '1500 ms'",
                (amount, unit) -> unit.equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount),
                defaults.time().call());
        return withCall(withHeap(defaults, heap), call);
    }

    /// What the heap gets more, the process gets more.
    private static Limits withHeap(Limits limits, ByteSize heap) {
        var box = limits.box();
        var more = Math.max(0, heap.bytes() - box.heap().bytes());
        var grown = new Limits.BoxLimits(heap, new ByteSize(box.data().bytes() + more), box.metaspace(),
                box.direct(), box.stack(), box.threads(), box.openFiles(), box.cpu(), box.errorOutput());
        return new Limits(grown, limits.wire(), limits.time(), limits.source());
    }

    private static Limits withCall(Limits limits, Duration call) {
        var time = limits.time();
        var changed = new Limits.TimeLimits(time.start(), time.load(), call, time.callFactor(),
                time.submission(), time.compile(), time.deaths());
        return new Limits(limits.box(), limits.wire(), changed, limits.source());
    }

    Jit jit() {
        var jit = root.entries().get("jit");
        if (jit == null) {
            return Jit.LIGHT;
        }
        return switch (scalar(jit, "jit").orElse("light")) {
            case "light" -> Jit.LIGHT;
            case "heavy" -> Jit.HEAVY;
            default -> {
                problem(jit.line(), "'jit' must be 'light' or 'heavy'");
                yield Jit.LIGHT;
            }
        };
    }

    private interface Quantity<T> {
        T of(long amount, String unit);
    }

    private <T> T quantity(
            Yaml.Mapping limits,
            String key,
            Pattern form,
            String example,
            Quantity<T> unit,
            T otherwise) {
        var value = limits.entries().get(key);
        if (value == null) {
            return otherwise;
        }
        var match = form.matcher(scalar(value, "limits." + key).orElse(""));
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            problem(value.line(), "'limits.%s' must be a number and a unit %s".formatted(key, example));
            return otherwise;
        }
        return unit.of(Long.parseLong(match.group(1)), match.group(2));
    }

    private Text text(Yaml.Mapping parent, String key) {
        var both = mapping(parent, key, true);
        refuseOtherKeys(both, key + ".", List.of("zh", "en"));
        return new Text(translation(both, key, "zh", "Chinese"), translation(both, key, "en", "English"));
    }

    private String translation(Yaml.Mapping both, String key, String language, String name) {
        var value = Optional.ofNullable(both.entries().get(language))
                .flatMap(found -> scalar(found, key + "." + language))
                .orElse("");
        if (value.isBlank() && both.line() > 0) {
            problem(both.line(), "'%s' lacks its %s text; add '%s: …' to it".formatted(key, name, language));
        }
        return value;
    }

    private int integer(String key, int low, int high) {
        return integer(root, "", key, low, high);
    }

    private int integer(Yaml.Mapping parent, String path, String key, int low, int high) {
        var value = parent.entries().get(key);
        if (value == null) {
            missing(parent, path + key, "a whole number from %d to %d".formatted(low, high));
            return low;
        }
        var text = scalar(value, path + key).orElse("");
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= low && Integer.parseInt(text) <= high) {
            return Integer.parseInt(text);
        }
        problem(value.line(), "'%s%s' must be a whole number from %d to %d".formatted(path, key, low, high));
        return low;
    }

    private Optional<String> scalar(Yaml value, String path) {
        if (value instanceof Yaml.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        problem(value.line(), "'" + path + "' must be a plain text, not a list and not keys");
        return Optional.empty();
    }

    private Yaml.Mapping mapping(Yaml.Mapping parent, String key, boolean required) {
        var value = parent.entries().get(key);
        if (value instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        if (value != null) {
            problem(value.line(), "'" + key + "' must hold keys and values");
        } else if (required) {
            missing(parent, key, "keys and values");
        }
        return NOTHING;
    }

    private void missing(Yaml.Mapping parent, String path, String what) {
        if (parent.line() > 0) {
            problem(parent.line(), "'" + path + "' is missing; add " + what);
        }
    }

    private void refuseOtherKeys(Yaml.Mapping mapping, String path, List<String> known) {
        for (var key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                problem(line(mapping, key), "'%s%s' is not a known key; %s".formatted(path, key,
                        Nearest.to(key, known, Function.identity())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("known are " + known.stream().collect(Collectors.joining(", ")))));
            }
        }
    }

    private static int line(Yaml.Mapping mapping, @Nullable String key) {
        return mapping.lines().getOrDefault(key, mapping.line());
    }

    private void problem(int line, String message) {
        problems.add(new Problem(file, line, message));
    }
}
