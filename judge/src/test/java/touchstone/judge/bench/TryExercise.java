package touchstone.judge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.compile.Suites;
import touchstone.judge.exercise.BrokenExerciseException;
import touchstone.judge.exercise.ExerciseReader;
import touchstone.judge.exercise.ExerciseReader.Reading;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.SourceFile;

/// For authors: runs all submissions of the exercise folders that are given as
/// arguments, without a box and without time limits, and prints what became of
/// them. Submissions that never end are left out.
final class TryExercise {
    private TryExercise() {}

    public static void main(String[] folders) throws IOException {
        var suites = new Suites(new Cache(Files.createTempDirectory("try")));
        for (var folder : folders) {
            switch (ExerciseReader.read(Path.of(folder))) {
                case Reading.Broken broken -> broken.problems().forEach(System.out::println);
                case Reading.Complete(var exercise) -> {
                    try {
                        tryAll(suites.of(exercise));
                    } catch (BrokenExerciseException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
        }
    }

    private static void tryAll(Suite suite) throws IOException {
        var folder = suite.exercise().folder();
        attempt(suite, folder.resolve("starter.java"), "(starter)");
        if (!Files.isDirectory(folder.resolve("submissions"))) {
            return;
        }
        try (var files = Files.walk(folder.resolve("submissions"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var expected = folder.resolve("submissions").relativize(file).getName(0).toString();
                if (!expected.equals("time_limit_exceeded")) {
                    attempt(suite, file, expected);
                }
            }
        }
    }

    private static void attempt(Suite suite, Path file, String expected) throws IOException {
        var direct = new DirectJudge(System::nanoTime);
        var source = new SourceFile(file.getFileName().toString(), Files.readString(file));
        switch (direct.compile(suite, List.of(source))) {
            case Compilation.Rejected rejected -> System.out.printf("%-20s %-40s COMPILE_ERROR %s%n",
                    expected, source.name(), rejected.diagnostics().getFirst());
            case Compilation.Compiled compiled -> {
                var run = direct.run(suite, compiled, 1);
                System.out.printf("%-20s %-40s %s %d, slowest call %d ms%n", expected, source.name(),
                        run.verdict(), run.tests().stream().mapToInt(test -> test.points()).sum(),
                        run.slowest().toMillis());
                run.tests()
                        .stream()
                        .filter(test -> test.verdict() != Verdict.ACCEPTED)
                        .forEach(test -> System.out.printf("    %-50s %s: %s%n        %s%n", test.name(),
                                test.verdict(), test.message(), test.call()));
            }
        }
    }
}
