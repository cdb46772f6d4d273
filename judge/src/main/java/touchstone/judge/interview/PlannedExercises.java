package touchstone.judge.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.RubricShares;
import touchstone.judge.interview.Entry.Planned;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;

/// Exercises that blueprints may name before they exist, from `planned.yaml` beside the exercises.
public record PlannedExercises(List<Planned> entries, List<Problem> problems) {
    public PlannedExercises {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    private static final int MINUTES_MAX = 480;

    /// Reads the files of those folders that have one.
    ///
    /// @param catalogue what exists already needs no plan
    public static PlannedExercises read(List<Path> roots, Catalogue catalogue) {
        var entries = new ArrayList<Planned>();
        var problems = new ArrayList<Problem>();
        for (var root : roots) {
            var file = root.resolve("planned.yaml");
            if (Files.exists(file)) {
                read(file, catalogue, entries, problems);
            }
        }
        return new PlannedExercises(entries, problems);
    }

    private static void read(Path file, Catalogue catalogue, List<Planned> entries, List<Problem> problems) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            problems.add(new Problem(file, 0, "cannot be read as UTF-8 text: " + e));
            return;
        }
        for (var entry : Fields.document(file, text, problems)
                .knowing(List.of("exercises"))
                .list("exercises")) {
            entry.knowing(List.of("id", "title", "minutes", "rubric"));
            var id = entry.string("id", "the exercise's id");
            if (catalogue.exercises().stream().anyMatch(exercise -> exercise.id().equals(id))) {
                problems.add(new Problem(file, entry.line(), "'" + id + "' exists; remove it from here"));
            }
            entries.add(new Planned(new Item(id, Item.Kind.EXERCISE, entry.text("title"),
                    entry.integer("minutes", 1, MINUTES_MAX), RubricShares.read(entry), "")));
        }
    }
}
