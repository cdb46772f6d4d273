package touchstone.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import touchstone.judge.bench.DirectJudge;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.exercise.ExerciseReader;
import touchstone.judge.exercise.ExerciseReader.Reading;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Program;
import touchstone.sandbox.SourceFile;

/// The tiny exercise that tests of the judge use.
public final class Toys {
    public static final Path FOLDER = Path.of("src/test/exercises/toys/row-sum");

    private Toys() {}

    public static Exercise exercise(Path folder) {
        return switch (ExerciseReader.read(folder)) {
            case Reading.Complete(var exercise) -> exercise;
            case Reading.Broken broken -> throw new AssertionError(broken.problems().toString());
        };
    }

    /// One of its submissions, such as `accepted/loops.java`.
    public static String source(String name) {
        return text(FOLDER.resolve("submissions").resolve(name));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Program program(Suite suite, String source) {
        var compilation = new DirectJudge(() -> 0).compile(suite,
                List.of(new SourceFile("Solution.java", source)));
        if (!(compilation instanceof Compiled(var all, _))) {
            throw new AssertionError(((Compilation.Rejected) compilation).diagnostics().toString());
        }
        var own = all.stream().filter(file -> !file.name().startsWith("exercise.")).toList();
        return new Program(suite.contract(), suite.contractClasses(), own);
    }

    /// A copy of the exercise to spoil.
    public static Path copy(Path root) throws IOException {
        var target = Files.createDirectories(root.resolve("toys").resolve("row-sum"));
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }
}
