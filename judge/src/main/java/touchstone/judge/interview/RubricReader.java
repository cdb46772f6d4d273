package touchstone.judge.interview;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;

/// The reader of rubric.yaml.
public final class RubricReader {
    private static final String SCHEMA = "touchstone-rubric/1";
    private static final List<String> DIMENSIONS = Stream.of(RubricDimension.values())
            .map(RubricDimension::key)
            .toList();
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int CRITERIA_MIN = 3;
    private static final int CRITERIA_MAX = 5;

    private final List<Problem> problems;

    private RubricReader(List<Problem> problems) {
        this.problems = problems;
    }

    /// What became of the file.
    public sealed interface Reading {
        record Complete(Rubric rubric) implements Reading {}

        /// In order of lines.
        record Broken(List<Problem> problems) implements Reading {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Reading read(Path file) {
        var problems = new ArrayList<Problem>();
        var rubric = text(file, problems).flatMap(text -> new RubricReader(problems).rubric(file, text));
        return rubric.isPresent() ? new Reading.Complete(rubric.get()) : new Reading.Broken(problems);
    }

    private static Optional<String> text(Path file, List<Problem> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            problems.add(new Problem(file, 0,
                    "this file is missing; write the four dimensions and the presets into it"));
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file, 0, "not UTF-8; save it as UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "cannot be read: " + e));
        }
        return Optional.empty();
    }

    private Optional<Rubric> rubric(Path file, String text) {
        if (text.isBlank()) {
            problems.add(new Problem(file, 0, "this file is empty; write it"));
        }
        var root = Fields.document(file, text, problems).knowing(List.of("schema", "dimensions", "presets"));
        var schema = root.string("schema", SCHEMA);
        if (root.has("schema") && !schema.equals(SCHEMA)) {
            root.problem(root.line("schema"), "'schema' must be " + SCHEMA);
        }
        var dimensions = dimensions(root.fields("dimensions"));
        var presets = presets(root);
        problems.sort((one, other) -> Long.compare(one.line(), other.line()));
        return problems.isEmpty() ? Optional.of(new Rubric(dimensions, presets)) : Optional.empty();
    }

    private Map<RubricDimension, Rubric.Dimension> dimensions(Fields all) {
        all.knowing(DIMENSIONS);
        var dimensions = new EnumMap<RubricDimension, Rubric.Dimension>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            dimensions.put(dimension, dimension(all.fields(dimension.key())));
        }
        int sum = dimensions.values().stream().mapToInt(Rubric.Dimension::weight).sum();
        if (dimensions.keySet().stream().allMatch(dimension -> all.has(dimension.key()))) {
            checkSum(all, "the weights of the dimensions", sum);
        }
        return dimensions;
    }

    private Rubric.Dimension dimension(Fields dimension) {
        dimension.knowing(List.of("title", "description", "weight", "criteria"));
        if (!dimension.present()) {
            return new Rubric.Dimension(new Text("", ""), new Text("", ""), 0, List.of());
        }
        return new Rubric.Dimension(dimension.text("title"), dimension.text("description"),
                dimension.integer("weight", 0, Weights.SUM), criteria(dimension));
    }

    private static List<Text> criteria(Fields dimension) {
        var criteria = dimension.list("criteria")
                .stream()
                .map(criterion -> criterion.knowing(List.of("zh", "en")).text())
                .toList();
        if (!criteria.isEmpty() && (criteria.size() < CRITERIA_MIN || criteria.size() > CRITERIA_MAX)) {
            dimension.problem(dimension.line("criteria"), "a dimension has %d to %d criteria, not %d"
                    .formatted(CRITERIA_MIN, CRITERIA_MAX, criteria.size()));
        }
        return criteria;
    }

    private List<Preset> presets(Fields root) {
        var presets = new ArrayList<Preset>();
        var lines = new HashMap<String, Integer>();
        for (var entry : root.list("presets")) {
            entry.knowing(List.of("id", "title", "weights"));
            var id = entry.string("id", "words joined by hyphens");
            var first = lines.putIfAbsent(id, entry.line("id"));
            if (first != null) {
                entry.problem(entry.line("id"),
                        "preset '%s' is there already, on line %d; rename one of them".formatted(id, first));
            } else if (!id.isEmpty() && !ID.matcher(id).matches()) {
                entry.problem(entry.line("id"),
                        "'" + id + "' is no id; write lower-case words joined by hyphens");
            }
            var title = entry.text("title");
            WeightsReader.read(entry).ifPresent(weights -> presets.add(new Preset(id, title, weights)));
        }
        return presets;
    }

    private static void checkSum(Fields weights, String whose, int sum) {
        if (sum != Weights.SUM) {
            weights.problem(weights.line(),
                    "%s add up to %d; change them to add up to %d".formatted(whose, sum, Weights.SUM));
        }
    }
}
