package touchstone.judge.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import touchstone.judge.digest.Sha256;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Problem;
import touchstone.judge.yaml.TextFile;

/// Reads the folder of an exercise. What only a compiler can tell about it is
/// checked later, when its suite is first used.
public final class ExerciseReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private ExerciseReader() {}

    /// What became of a folder.
    public sealed interface Reading {
        record Complete(Exercise exercise) implements Reading {}

        /// In order of files and lines.
        record Broken(Path folder, List<Problem> problems) implements Reading {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Reading read(Path folder) {
        var problems = new ArrayList<Problem>();
        var exercise = new Folder(folder.toAbsolutePath().normalize(), problems).read();
        return problems.isEmpty() ? new Reading.Complete(exercise) : new Reading.Broken(folder, problems);
    }

    private record Folder(Path path, List<Problem> problems) {
        Exercise read() {
            var id = String.valueOf(path.getFileName());
            if (!ID.matcher(id).matches()) {
                problems.add(new Problem(path, 0,
                        "'" + id + "' is no id; name the folder in lower-case words joined by hyphens"));
            }
            var contractName = Exercise.contractName(id);
            var manifestText = text("exercise.yaml");
            var contract = text(contractName + ".java");
            var suite = text(contractName + "Suite.java");
            var statement = new Text(text("statement.zh.md"), text("statement.en.md"));
            var starter = text("starter.java");
            var manifest = new Manifest(path.resolve("exercise.yaml"), manifestText, problems);
            return new Exercise(path, id, manifest.title(), topic(), manifest.level(), manifest.minutes(),
                    manifest.rubric(), manifest.limits(), manifest.jit(), statement, contract, suite, starter,
                    manifest.about(), manifest.sources(), manifest.equivalentMutants(),
                    new Sha256().text(contract).text(suite).text(manifestText).hex());
        }

        private String topic() {
            var parent = path.getParent();
            return parent == null ? "" : String.valueOf(parent.getFileName());
        }

        private String text(String name) {
            return TextFile.read(path.resolve(name), "every exercise has it", problems);
        }
    }
}
