package touchstone.judge.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.exercise.ExerciseReader.Reading;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

/// All exercises below some folders, each at `<topic>/<id>`. Reading compiles nothing, so it is fast
/// enough for every command.
public final class Catalogue {
    private final Map<String, Exercise> exercises = new LinkedHashMap<>();
    private final Map<String, List<Problem>> broken = new LinkedHashMap<>();

    private Catalogue() {}

    /// Reads every exercise; broken ones do not stop the others.
    ///
    /// @param roots a later one may not repeat an id of an earlier one
    public static Catalogue read(List<Path> roots) {
        var catalogue = new Catalogue();
        for (var root : roots) {
            for (var topic : folders(root)) {
                folders(topic).stream().filter(Catalogue::looksLikeExercise).forEach(catalogue::add);
            }
        }
        return catalogue;
    }

    /// In order of topics and ids.
    public List<Exercise> exercises() {
        return List.copyOf(exercises.values());
    }

    /// Everything wrong with the exercises that are left out.
    public List<Problem> problems() {
        return broken.values().stream().flatMap(List::stream).toList();
    }

    /// The exercise of this id, if there is one.
    ///
    /// @throws BrokenFileException when there is, but it cannot be used
    public Optional<Exercise> find(String id) {
        if (!exercises.containsKey(id) && broken.containsKey(id)) {
            throw new BrokenFileException(broken.get(id));
        }
        return Optional.ofNullable(exercises.get(id));
    }

    /// What somebody who mistyped an id probably meant.
    public Optional<Exercise> nearest(String id) {
        return Nearest.to(id, exercises.values(), Exercise::id);
    }

    private void add(Path folder) {
        switch (ExerciseReader.read(folder)) {
            case Reading.Complete(var exercise) -> {
                var earlier = exercises.putIfAbsent(exercise.id(), exercise);
                if (earlier != null) {
                    broken.put(exercise.id(), List.of(new Problem(folder, 0,
                            "there is an exercise of this id in " + earlier.folder() + "; rename one")));
                }
            }
            case Reading.Broken(_, var problems) ->
                broken.put(String.valueOf(folder.getFileName()), problems);
        }
    }

    /// Build files and the like lie beside exercises, and a half-written exercise must not go
    /// unnoticed: any file of one will do.
    private static boolean looksLikeExercise(Path folder) {
        return Files.exists(folder.resolve("exercise.yaml"))
                || Files.exists(folder.resolve("statement.en.md"))
                || Files.exists(folder.resolve("starter.java"));
    }

    private static List<Path> folders(Path parent) {
        var found = new ArrayList<Path>();
        try (var children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + parent + " cannot be read", e);
        }
        found.sort(null);
        return found;
    }
}
