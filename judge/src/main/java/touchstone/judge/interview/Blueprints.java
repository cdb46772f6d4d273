package touchstone.judge.interview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.Problem;

/// All blueprints: the files in `blueprints` of each folder of exercises.
public final class Blueprints {
    private final Map<String, Blueprint> blueprints = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Blueprints() {}

    /// Reads every blueprint; broken ones do not stop the others.
    ///
    /// @param roots a later one may not repeat an id of an earlier one
    public static Blueprints read(List<Path> roots) {
        var all = new Blueprints();
        for (var root : roots) {
            files(root.resolve("blueprints"))
                    .forEach(file -> BlueprintReader.read(file, all.problems).ifPresent(all::add));
        }
        return all;
    }

    /// By id, shipped ones first.
    public List<Blueprint> all() {
        return List.copyOf(blueprints.values());
    }

    /// What is wrong with those that are left out.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public Optional<Blueprint> find(String id) {
        return Optional.ofNullable(blueprints.get(id));
    }

    /// What somebody who mistyped an id probably meant.
    public Optional<Blueprint> nearest(String id) {
        return Nearest.to(id, blueprints.values(), Blueprint::id);
    }

    private void add(Blueprint blueprint) {
        var earlier = blueprints.putIfAbsent(blueprint.id(), blueprint);
        if (earlier != null) {
            problems.add(new Problem(blueprint.file(), 0,
                    "there is a blueprint of this id in " + earlier.file() + "; rename one"));
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }
}
