package touchstone.judge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.Blueprints;
import touchstone.judge.interview.PlannedExercises;
import touchstone.judge.interview.Rubric;
import touchstone.judge.interview.RubricReader;
import touchstone.judge.interview.Stock;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.report.Printable;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

/// What a command may use: the shipped exercises and questions, and those of `--exercises`. Questions are read
/// when they are first asked for, so that commands on exercises do not wait for them.
final class Library {
    private static final Pattern QUESTION = Pattern.compile("[nq]\\d+-\\d+");

    private final Context context;
    private final List<Path> folders;
    private final Catalogue catalogue;
    private @Nullable QuestionBank bank;
    private @Nullable Blueprints blueprints;

    private Library(Context context, List<Path> folders) {
        this.context = context;
        this.folders = folders;
        catalogue = Catalogue.read(folders);
    }

    /// Something that has an id.
    sealed interface Entry {
        record OfExercise(Exercise exercise) implements Entry {}

        record OfQuestion(Question question) implements Entry {}

        record OfBlueprint(Blueprint blueprint) implements Entry {}
    }

    static Library of(Context context, CommonOptions options) {
        return new Library(context, folders(context, options));
    }

    static List<Path> folders(Context context, CommonOptions options) {
        var folders = new ArrayList<Path>(List.of(context.workshop().shipped()));
        folders.addAll(options.exercises());
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw context.wrongUse("library.noFolder", folder);
            }
        }
        return List.copyOf(folders);
    }

    List<Exercise> exercises() {
        return catalogue.exercises();
    }

    List<Problem> problems() {
        return catalogue.problems();
    }

    QuestionBank questions() {
        if (bank == null) {
            bank = QuestionBank.read(folders);
        }
        return bank;
    }

    Blueprints blueprints() {
        if (blueprints == null) {
            blueprints = Blueprints.read(folders);
        }
        return blueprints;
    }

    PlannedExercises planned() {
        return PlannedExercises.read(folders, catalogue);
    }

    /// Everything that blueprints can name.
    Stock stock() {
        return Stock.of(catalogue, questions(), planned().entries());
    }

    /// The shipped one.
    ///
    /// @throws BrokenFileException when it cannot be used
    Rubric rubric() {
        return switch (readRubric()) {
            case RubricReader.Reading.Complete(var rubric) -> rubric;
            case RubricReader.Reading.Broken(var problems) -> throw new BrokenFileException(problems);
        };
    }

    List<Problem> rubricProblems() {
        return switch (readRubric()) {
            case RubricReader.Reading.Complete _ -> List.of();
            case RubricReader.Reading.Broken(var problems) -> problems;
        };
    }

    private RubricReader.Reading readRubric() {
        return RubricReader.read(folders.getFirst().resolve("rubric.yaml"));
    }

    /// @throws UsageException when there is none of that name, with the nearest
    Blueprint blueprint(String id) {
        return blueprints().find(id)
                .orElseThrow(() -> blueprints().nearest(id)
                        .map(near -> context.wrongUse("library.unknownBlueprintNear", id, near.id()))
                        .orElseGet(() -> context.wrongUse("library.unknownBlueprint", id)));
    }

    /// @throws UsageException when there is none of that name, with the nearest
    /// @throws BrokenFileException when it cannot be read
    Exercise exercise(String id) {
        return catalogue.find(id).orElseThrow(() -> unknown(id));
    }

    /// Whatever has this id.
    ///
    /// @throws UsageException when nothing has, with the nearest of all
    Entry entry(String id) {
        return catalogue.find(id)
                .<Entry>map(Entry.OfExercise::new)
                .or(() -> blueprints().find(id).map(Entry.OfBlueprint::new))
                .or(() -> questions().find(id).map(Entry.OfQuestion::new))
                .orElseThrow(() -> unknownEntry(id));
    }

    /// Broken folders do not stop the others, but nobody should miss them.
    void warnAboutBroken() {
        warn("library.broken", problems());
    }

    /// The same of questions.
    void warnAboutBrokenQuestions() {
        warn("library.brokenQuestion", questions().problems());
    }

    /// The same of blueprints.
    void warnAboutBrokenBlueprints() {
        warn("library.brokenBlueprint", blueprints().problems());
    }

    private void warn(String key, List<Problem> problems) {
        problems.forEach(problem -> context.console()
                .err()
                .println("touchstone: " + Printable.line(context.words().say(key, problem))));
    }

    /// A question's id where only an exercise will do is no slip of the keyboard.
    private UsageException unknown(String id) {
        if (QUESTION.matcher(id).matches() && questions().find(id).isPresent()) {
            return context.wrongUse("library.isQuestion", id);
        }
        if (blueprints().find(id).isPresent()) {
            return context.wrongUse("library.isBlueprint", id);
        }
        return catalogue.nearest(id)
                .map(near -> context.wrongUse("library.unknownNear", id, near.id()))
                .orElseGet(() -> context.wrongUse("library.unknown", id));
    }

    private UsageException unknownEntry(String id) {
        var ids = Stream
                .of(exercises().stream().map(Exercise::id), blueprints().all().stream().map(Blueprint::id),
                        questions().questions().stream().map(Question::id))
                .flatMap(Function.identity())
                .toList();
        return Nearest.to(id, ids, Function.identity())
                .map(near -> context.wrongUse("library.unknownEntryNear", id, near))
                .orElseGet(() -> context.wrongUse("library.unknownEntry", id));
    }
}
