package touchstone.judge.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.interview.Blueprint.Part;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;

/// Reads one blueprint. Whether it fits what interviews are made of is [BlueprintProof]'s question.
final class BlueprintReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MINUTES_MAX = 480;

    private final Path file;
    private final List<Problem> problems;

    private BlueprintReader(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The blueprint, unless something is wrong with it.
    ///
    /// @param problems gets what is wrong
    static Optional<Blueprint> read(Path file, List<Problem> problems) {
        var own = new ArrayList<Problem>();
        try {
            var blueprint = new BlueprintReader(file, own).read(Files.readString(file));
            problems.addAll(own);
            return blueprint.filter(_ -> own.isEmpty());
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "cannot be read as UTF-8 text: " + e));
            return Optional.empty();
        }
    }

    private Optional<Blueprint> read(String text) {
        var id = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        if (!ID.matcher(id).matches()) {
            problems.add(new Problem(file, 0,
                    "'" + id + "' is no id; name the file in lower-case words joined by hyphens"));
        }
        if (text.isBlank()) {
            problems.add(new Problem(file, 1, "this file is empty; write a blueprint or remove it"));
        }
        var root = Fields.document(file, text, problems)
                .knowing(List.of("title", "description", "minutes", "weights", "parts"));
        var parts = root.list("parts").stream().map(this::part).toList();
        refuseRepetition(parts);
        var title = root.text("title");
        var description = root.text("description");
        int minutes = root.integer("minutes", 1, MINUTES_MAX);
        return WeightsReader.read(root)
                .map(weights -> new Blueprint(file, id, title, description, minutes, weights, parts));
    }

    private Part part(Fields part) {
        part.knowing(List.of("title", "minutes", "items"));
        return new Part(part.line(), part.text("title"), part.integer("minutes", 1, MINUTES_MAX),
                part.has("items") ? part.strings("items") : List.of());
    }

    /// An item that stood twice would count twice.
    private void refuseRepetition(List<Part> parts) {
        Map<String, Integer> lines = new HashMap<>();
        for (var part : parts) {
            for (var item : part.items()) {
                if (lines.putIfAbsent(item, part.line()) != null) {
                    problems.add(new Problem(file, part.line(),
                            "'" + item + "' stands in this interview twice; remove it here or at line "
                                    + lines.get(item)));
                }
            }
        }
    }
}
