package touchstone.judge.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.ExerciseReader.Reading;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.ByteSize;

class ExerciseReaderTest {
    private static final String MANIFEST = """
        title: {zh: 求和, en: Sums}
        level: 1
        minutes: 12
        rubric: {theory: 15, practice: 85}
        about:
          example: {zh: 示例, en: worked example}
        sources: ["Han et al. 2015"]
        """;

    @TempDir
    Path root;
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(root.resolve("toys").resolve("row-sum"));
        for (var name : List.of("statement.zh.md", "statement.en.md", "RowSum.java", "RowSumSuite.java",
                "starter.java")) {
            Files.writeString(folder.resolve(name), "text of " + name);
        }
        Files.writeString(folder.resolve("exercise.yaml"), MANIFEST);
    }

    /// Text of the manifest, what replaces it, and the problem that results.
    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> WRONG = List.of(
            Arguments.of("level: 1", "levle: 1", 2, "'levle' is not a known key; did you mean 'level'?"),
            Arguments.of("level: 1", "level: 6", 2, "'level' must be a whole number from 1 to 5"),
            Arguments.of("level: 1", "level: high", 2, "'level' must be a whole number from 1 to 5"),
            Arguments.of("level: 1", "level: [1]", 2,
                    "'level' must be a plain text, not a list and not keys"),
            Arguments.of("minutes: 12", "", 1, "'minutes' is missing; add a whole number from 1 to 480"),
            Arguments.of("zh: 求和, ", "", 1, "'title' lacks its Chinese text; add 'zh: …' to it"),
            Arguments.of("en: worked example", "en: ''", 6,
                    "'example' lacks its English text; add 'en: …' to it"),
            Arguments.of("en: Sums", "en: Sums, fr: Sommes", 1,
                    "'title.fr' is not a known key; known are zh, en"),
            Arguments.of("practice: 85", "practice: 80", 4,
                    "the shares of the rubric add up to 95; change them to add up to 100"),
            Arguments.of("practice: 85", "practise: 85", 4,
                    "'rubric.practise' is not a known key; did you mean 'practice'?"),
            Arguments.of("rubric: {theory: 15, practice: 85}", "rubric: 100", 4,
                    "'rubric' must hold keys and values"),
            Arguments.of("example:", "Worked_Example:", 6,
                    "'Worked_Example' is no key; use lower-case words joined by hyphens"),
            Arguments.of("sources: [\"Han et al. 2015\"]", "sources: []", 7,
                    "'sources' must be a list of at least one text"),
            Arguments.of("level: 1", "level: 1\nlevel: 2", 3, "'level' is given twice"),
            Arguments.of("level: 1", "limits: {heap: 1 GB}\nlevel: 1", 2,
                    "'limits.heap' must be a number and a unit such as '256 MiB'"),
            Arguments.of("level: 1", "jit: fast\nlevel: 1", 2, "'jit' must be one of light, heavy"),
            Arguments.of("{theory: 15, practice: 85}", "{theory: 15", 5, "not valid YAML"));

    @ParameterizedTest
    @FieldSource("WRONG")
    void a_wrong_manifest_is_told_by_line_with_the_remedy(
            String text,
            String replacement,
            int line,
            String message) throws IOException {
        Files.writeString(folder.resolve("exercise.yaml"), MANIFEST.replace(text, replacement));
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(folder.resolve("exercise.yaml"));
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void a_complete_folder_becomes_an_exercise() throws IOException {
        Files.writeString(folder.resolve("exercise.yaml"),
                MANIFEST + "limits: {heap: 256 MiB, call: 1500 ms}\njit: heavy\n");
        var exercise = exercise();
        assertThat(exercise.id()).isEqualTo("row-sum");
        assertThat(exercise.topic()).isEqualTo("toys");
        assertThat(exercise.contractName()).isEqualTo("RowSum");
        assertThat(exercise.title()).isEqualTo(new Text("求和", "Sums"));
        assertThat(exercise.rubric())
                .isEqualTo(Map.of(RubricDimension.THEORY, 15, RubricDimension.PRACTICE, 85));
        assertThat(exercise.about()).containsExactly(Map.entry("example", new Text("示例", "worked example")));
        assertThat(exercise.limits().box().heap()).isEqualTo(ByteSize.mebibytes(256));
        assertThat(exercise.limits().box().data()).isEqualTo(ByteSize.mebibytes(512));
        assertThat(exercise.limits().time().call()).isEqualTo(Duration.ofMillis(1500));
        assertThat(exercise.jit()).isEqualTo(Jit.HEAVY);
        assertThat(exercise.starter()).isEqualTo("text of starter.java");
    }

    @Test
    void the_hash_covers_what_can_change_a_verdict() throws IOException {
        var before = exercise().hash();
        Files.writeString(folder.resolve("statement.en.md"), "better words");
        assertThat(exercise().hash()).isEqualTo(before);
        Files.writeString(folder.resolve("RowSumSuite.java"), "another suite");
        assertThat(exercise().hash()).isNotEqualTo(before);
    }

    @Test
    void every_missing_or_unreadable_file_is_named() throws IOException {
        Files.delete(folder.resolve("starter.java"));
        Files.write(folder.resolve("statement.zh.md"), new byte[]{(byte) 0xFF});
        Files.writeString(folder.resolve("statement.en.md"), " ");
        Files.delete(folder.resolve("exercise.yaml"));
        assertThat(problems()).extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        folder.resolve("exercise.yaml") + ": this file is missing; every exercise has it",
                        folder.resolve("statement.zh.md") + ": not UTF-8; save it as UTF-8",
                        folder.resolve("statement.en.md") + ": this file is empty; write it",
                        folder.resolve("starter.java") + ": this file is missing; every exercise has it");
    }

    @Test
    void a_broken_exercise_does_not_stop_the_others() throws IOException {
        var broken = Files.createDirectories(root.resolve("toys").resolve("half-done"));
        Files.writeString(broken.resolve("statement.en.md"), "# Half");
        Files.createDirectories(root.resolve("target").resolve("classes"));
        var catalogue = Catalogue.read(List.of(root));
        assertThat(catalogue.exercises()).extracting(Exercise::id).containsExactly("row-sum");
        assertThat(catalogue.problems()).extracting(Problem::file).contains(broken.resolve("exercise.yaml"));
        assertThatExceptionOfType(BrokenFileException.class).isThrownBy(() -> catalogue.find("half-done"))
                .withMessageContaining("exercise.yaml: this file is missing");
    }

    @Test
    void a_mistyped_id_finds_the_nearest() {
        var catalogue = Catalogue.read(List.of(root));
        assertThat(catalogue.find("row-sum")).isPresent();
        assertThat(catalogue.find("rowsum")).isEmpty();
        assertThat(catalogue.nearest("rowsum")).map(Exercise::id).contains("row-sum");
        assertThat(catalogue.nearest("attention")).isEmpty();
    }

    @Test
    void two_exercises_of_one_id_are_a_problem_of_the_second() throws IOException {
        var copy = Files.createDirectories(root.resolve("zoo").resolve("row-sum"));
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var catalogue = Catalogue.read(List.of(root));
        assertThat(catalogue.exercises()).extracting(Exercise::topic).containsExactly("toys");
        assertThat(catalogue.problems()).singleElement().extracting(Problem::file).isEqualTo(copy);
    }

    private List<Problem> problems() {
        assertThat(ExerciseReader.read(folder)).isInstanceOf(Reading.Broken.class);
        return ((Reading.Broken) ExerciseReader.read(folder)).problems();
    }

    private Exercise exercise() {
        assertThat(ExerciseReader.read(folder)).isInstanceOf(Reading.Complete.class);
        return ((Reading.Complete) ExerciseReader.read(folder)).exercise();
    }
}
