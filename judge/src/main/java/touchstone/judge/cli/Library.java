package touchstone.judge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import touchstone.judge.exercise.BrokenExerciseException;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.exercise.Problem;
import touchstone.judge.report.Printable;

/// The exercises a command may use: the shipped ones and those of `--exercises`.
final class Library {
    private final Context context;
    private final Catalogue catalogue;

    private Library(Context context, Catalogue catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    static Library of(Context context, CommonOptions options) {
        var folders = new ArrayList<Path>(List.of(context.workshop().shipped()));
        folders.addAll(options.exercises());
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw context.wrongUse("library.noFolder", folder);
            }
        }
        return new Library(context, Catalogue.read(folders));
    }

    List<Exercise> exercises() {
        return catalogue.exercises();
    }

    List<Problem> problems() {
        return catalogue.problems();
    }

    /// @throws UsageException when there is none of that name, with the nearest
    /// @throws BrokenExerciseException when it cannot be read
    Exercise exercise(String id) {
        return catalogue.find(id).orElseThrow(() -> unknown(id));
    }

    /// Broken folders do not stop the others, but nobody should miss them.
    void warnAboutBroken() {
        problems().forEach(problem -> context.console()
                .err()
                .println("touchstone: " + Printable.line(context.words().say("library.broken", problem))));
    }

    private UsageException unknown(String id) {
        return catalogue.nearest(id)
                .map(near -> context.wrongUse("library.unknownNear", id, near.id()))
                .orElseGet(() -> context.wrongUse("library.unknown", id));
    }
}
