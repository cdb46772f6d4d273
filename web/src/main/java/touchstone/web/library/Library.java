package touchstone.web.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Blueprints;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.PlannedExercises;
import touchstone.judge.interview.Preset;
import touchstone.judge.interview.Rubric;
import touchstone.judge.interview.RubricReader;
import touchstone.judge.interview.Stock;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;

/// Everything that interviews are made of, read once. Whoever asks for a part waits for that part alone, so that
/// the server's first page does not wait for the questions. Safe for use by several threads.
public final class Library {
    private final CompletableFuture<Loaded<Catalogue>> catalogue;
    private final CompletableFuture<Loaded<QuestionBank>> bank;
    private final CompletableFuture<Loaded<Blueprints>> blueprints;
    private final CompletableFuture<RubricReader.Reading> rubric;
    private final CompletableFuture<Loaded<PlannedExercises>> planned;
    private final CompletableFuture<Stock> stock;

    private Library(List<Path> folders) {
        var reader = reader();
        catalogue = CompletableFuture.supplyAsync(() -> Loaded.from(folders, Catalogue::read), reader);
        bank = CompletableFuture.supplyAsync(() -> Loaded.from(folders, QuestionBank::read), reader);
        blueprints = CompletableFuture.supplyAsync(() -> Loaded.from(folders, Blueprints::read), reader);
        rubric = CompletableFuture
                .supplyAsync(() -> RubricReader.read(folders.getFirst().resolve("rubric.yaml")), reader);
        planned = catalogue.thenApply(
                exercises -> Loaded.from(folders, some -> PlannedExercises.read(some, exercises.value())));
        stock = planned.thenCombine(bank, (plans, questions) -> Stock.of(catalogue.join().value(),
                questions.value(), plans.value().entries()));
    }

    /// Begins to read and does not wait.
    ///
    /// @param folders of exercises; the first is the shipped one, which also has the rubric
    public static Library open(List<Path> folders) {
        return new Library(List.copyOf(folders));
    }

    public Catalogue catalogue() {
        return catalogue.join().value();
    }

    public List<Exercise> exercises() {
        return catalogue().exercises();
    }

    public QuestionBank questions() {
        return bank.join().value();
    }

    public Blueprints blueprints() {
        return blueprints.join().value();
    }

    /// Everything that an interview can ask, by id.
    public Stock stock() {
        return stock.join();
    }

    public Optional<Entry> find(String id) {
        return stock().find(id);
    }

    /// The shipped one.
    ///
    /// @throws BrokenFileException when it cannot be used
    public Rubric rubric() {
        return switch (rubric.join()) {
            case RubricReader.Reading.Complete(var read) -> read;
            case RubricReader.Reading.Broken(var problems) -> throw new BrokenFileException(problems);
        };
    }

    /// None, if the rubric cannot be used.
    public List<Preset> presets() {
        return switch (rubric.join()) {
            case RubricReader.Reading.Complete(var read) -> read.presets();
            case RubricReader.Reading.Broken _ -> List.of();
        };
    }

    /// What is wrong with all that is left out, for authors.
    public List<Problem> problems() {
        return Stream
                .of(problems(catalogue, Catalogue::problems), problems(bank, QuestionBank::problems),
                        problems(blueprints, Blueprints::problems),
                        problems(planned, PlannedExercises::problems), rubricProblems())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static <T> List<Problem> problems(
            CompletableFuture<Loaded<T>> part,
            Function<T, List<Problem>> inside) {
        var loaded = part.join();
        return Stream.concat(loaded.problems().stream(), inside.apply(loaded.value()).stream()).toList();
    }

    private List<Problem> rubricProblems() {
        return switch (rubric.join()) {
            case RubricReader.Reading.Complete _ -> List.of();
            case RubricReader.Reading.Broken(var problems) -> problems;
        };
    }

    /// One thread, gone when all is read, and no virtual one: those are never interrupted, and the first pages would wait
    /// behind a second of YAML.
    private static Executor reader() {
        return new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("library").factory());
    }
}
