package touchstone.judge.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Limits;

/// The reader of exercise.yaml: strict, and it goes on after a problem so that an
/// author sees all of them at once.
final class Manifest {
    private static final List<String> KEYS = List.of("title", "level", "minutes", "rubric", "about",
            "sources", "limits", "jit", "equivalentMutants");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(KiB|MiB)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}) ?(ms|s)");
    private static final Pattern ABOUT_KEY = Pattern.compile("[a-z][a-z0-9-]*");

    private final Fields root;

    Manifest(Path file, String text, List<Problem> problems) {
        root = Fields.document(file, text, problems).knowing(KEYS);
    }

    Text title() {
        return root.text("title");
    }

    int level() {
        return root.integer("level", 1, 5);
    }

    int minutes() {
        return root.integer("minutes", 1, 480);
    }

    Map<RubricDimension, Integer> rubric() {
        return RubricShares.read(root);
    }

    Map<String, Text> about() {
        var about = root.fields("about");
        var texts = new LinkedHashMap<String, Text>();
        for (var key : about.keys()) {
            if (!ABOUT_KEY.matcher(key).matches()) {
                root.problem(about.line(key),
                        "'" + key + "' is no key; use lower-case words joined by hyphens");
            }
            texts.put(key, about.text(key));
        }
        return texts;
    }

    /// Line on which a key of `about` is declared, for problems found later.
    static int aboutLine(Path file, String key) {
        try {
            return Fields.document(file, Files.readString(file), new ArrayList<>())
                    .optionalFields("about")
                    .line(key);
        } catch (IOException e) {
            // It was there and valid when the exercise was read; without a line the problem is still told.
            return 0;
        }
    }

    List<String> sources() {
        return root.strings("sources");
    }

    List<EquivalentMutant> equivalentMutants() {
        if (!root.has("equivalentMutants")) {
            return List.of();
        }
        return root.list("equivalentMutants").stream().map(Manifest::equivalentMutant).toList();
    }

    private static EquivalentMutant equivalentMutant(Fields fields) {
        fields.knowing(List.of("submission", "code", "change", "reason"));
        return new EquivalentMutant(
                fields.string("submission", "folder and file, such as accepted/two-loops.java"),
                fields.string("code", "the mutated line, without its margin"),
                fields.string("change", "what was changed, as verify --mutants prints it"),
                fields.string("reason", "why no test can tell it from the original"), fields.line());
    }

    Limits limits() {
        var defaults = Limits.defaults();
        var limits = root.optionalFields("limits").knowing(List.of("heap", "call"));
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
        return root.has("jit")
                ? root.choice("jit", Jit.values(), jit -> jit.name().toLowerCase(Locale.ROOT))
                        .orElse(Jit.LIGHT)
                : Jit.LIGHT;
    }

    private interface Quantity<T> {
        T of(long amount, String unit);
    }

    private static <T> T quantity(
            Fields limits,
            String key,
            Pattern form,
            String example,
            Quantity<T> unit,
            T otherwise) {
        if (!limits.has(key)) {
            return otherwise;
        }
        var match = form.matcher(limits.optional(key).orElse(""));
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            limits.problem(limits.line(key),
                    "'limits.%s' must be a number and a unit %s".formatted(key, example));
            return otherwise;
        }
        return unit.of(Long.parseLong(match.group(1)), match.group(2));
    }
}
