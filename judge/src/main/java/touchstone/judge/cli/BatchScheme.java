package touchstone.judge.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import touchstone.judge.batch.Scheme;
import touchstone.judge.batch.intake.Intake;
import touchstone.judge.batch.intake.Wanted;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Plan;

/// What `batch` looks for, and what counts of what it finds.
final class BatchScheme {
    private BatchScheme() {}

    /// What to look for.
    ///
    /// @throws UsageException when there is no such interview or exercise
    static Wanted wanted(Library library, Optional<String> interview, Optional<String> exercise) {
        var known = library.exercises().stream().map(Exercise::id).collect(Collectors.toSet());
        exercise.ifPresent(library::exercise);
        var asked = interview.map(id -> Plan.of(library.blueprint(id), library.stock())
                .exercises()
                .stream()
                .map(Exercise::id)
                .collect(Collectors.toSet()));
        return new Wanted(known, asked, exercise, interview.isPresent());
    }

    static Scheme of(Library library, Intake intake, Optional<String> interview, long seed) {
        return interview.map(library::blueprint)
                .map(blueprint -> Scheme.of(Plan.of(blueprint, library.stock()), blueprint.weights(), seed))
                .orElseGet(() -> Scheme.of(intake.exercises().stream().map(library::exercise).toList(),
                        library.rubric().weights(), seed));
    }
}
