package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.interview.RubricReader.Reading;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Problem;

class RubricReaderTest {
    private static final Path SHIPPED = Path.of("../exercises/rubric.yaml");

    @TempDir
    private Path folder;

    @Test
    void the_shipped_rubric_is_the_outlines() {
        var rubric = complete(SHIPPED);

        assertThat(rubric.weights()).isEqualTo(Weights.of(30, 40, 20, 10));
        assertThat(rubric.presets()).extracting(Preset::id)
                .containsExactly("outline-default", "fresh-graduate-algorithm", "engineering-deployment",
                        "research", "intern-first-contact");
        assertThat(rubric.presets()).extracting(Preset::weights)
                .containsExactly(rubric.weights(), Weights.of(40, 35, 15, 10), Weights.of(20, 40, 35, 5),
                        Weights.of(45, 25, 5, 25), Weights.of(50, 40, 10, 0));
    }

    @Test
    void the_shipped_rubric_says_what_a_strong_answer_shows() {
        assertThat(complete(SHIPPED).dimensions().values()).allSatisfy(
                dimension -> assertThat(dimension.criteria()).hasSizeBetween(3, 5).doesNotHaveDuplicates());
    }

    @Test
    void presets_are_found_by_their_id_or_nearly() {
        var rubric = complete(SHIPPED);

        assertThat(rubric.preset("research")).map(Preset::title).contains(new Text("研究方向", "Research"));
        assertThat(rubric.preset("reserach")).isEmpty();
        assertThat(rubric.nearestPreset("reserach")).map(Preset::id).contains("research");
        assertThat(rubric.nearestPreset("something else")).isEmpty();
    }

    /// One mistake at a time in the shipped file: what it becomes, and what is said about it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "weight: 30 | weight: 31 | add up to 101; change them to add up to 100",
            "weight: 30 | weight: -30 | 'dimensions.theory.weight' must be a whole number from 0 to 100",
            "weight: 30 | weight: 30.5 | 'dimensions.theory.weight' must be a whole number",
            "weight: 30 | wieght: 30 | 'dimensions.theory.wieght' is not a known key; did you mean 'weight'?",
            "`  innovation:\n    title` | `  inovation:\n    title` | 'dimensions.innovation' is missing",
            "`  innovation:\n    title` | `  inovation:\n    title` | did you mean 'innovation'?",
            "systems: 20, innovation: 10 | systems: 20, innovation: 11 | the weights add up to 101; change",
            "systems: 20, innovation: 10 | systems: 30 | 'presets.weights.innovation' is missing",
            "- id: research | - id: outline-default | 'outline-default' is there already, on line",
            "- id: research | - id: Re search | 'Re search' is no id; write lower-case words",
            "- id: research | - name: research | 'presets.id' is missing",
            "touchstone-rubric/1 | touchstone-rubric/2 | 'schema' must be touchstone-rubric/1",
            "`schema: ` | `sort: ` | 'schema' is missing; add touchstone-rubric/1",
            "`presets:` | `preset:` | 'presets' is missing; add a list",
            "`zh: 理论深度, ` | `` | lacks its Chinese text",
            "`    criteria:` | `    criterion:` | 'dimensions.theory.criteria' is missing"})
    void a_mistake_is_told_with_file_line_and_remedy(String right, String wrong, String said)
            throws IOException {
        var text = Files.readString(SHIPPED);
        assertThat(text).contains(right);
        var file = Files.writeString(folder.resolve("rubric.yaml"), replaceFirst(text, right, wrong));

        var problems = broken(file);

        assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains(said))
                .allSatisfy(problem -> assertThat(problem.toString()).startsWith(file + ":"));
    }

    @Test
    void a_wrong_sum_is_told_at_the_weights() throws IOException {
        var file = Files.writeString(folder.resolve("rubric.yaml"), replaceFirst(Files.readString(SHIPPED),
                "theory: 40, practice: 35", "theory: 41, practice: 35"));
        var line = Files.readAllLines(file)
                .indexOf("  weights: {theory: 41, practice: 35, systems: 15, innovation: 10}") + 1;

        assertThat(broken(file)).extracting(Problem::line).containsExactly((long) line);
    }

    @Test
    void too_few_criteria_are_a_mistake() throws IOException {
        var text = new StringBuilder(Files.readString(SHIPPED));
        int from = text.indexOf("    criteria:\n") + "    criteria:\n".length();
        text.delete(text.indexOf("    - zh", from + 200), text.indexOf("  practice:"));
        var file = Files.writeString(folder.resolve("rubric.yaml"), text);

        assertThat(broken(file)).extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).startsWith("a dimension has 3 to 5 criteria"));
    }

    @Test
    void a_missing_or_an_empty_file_is_one_problem_with_its_remedy() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.yaml"), " \n");

        assertThat(broken(folder.resolve("rubric.yaml"))).singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).startsWith("this file is missing; write"));
        assertThat(broken(empty)).singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("this file is empty"));
    }

    @Test
    void no_text_breaks_the_reader() throws IOException {
        var text = Files.readString(SHIPPED);
        var file = folder.resolve("rubric.yaml");
        for (int end = 0; end < text.length(); end += 41) {
            Files.writeString(file, text.substring(0, end));
            switch (RubricReader.read(file)) {
                case Reading.Broken(var problems) -> assertThat(problems).isNotEmpty();
                case Reading.Complete(var rubric) -> assertThat(rubric.presets()).isNotEmpty();
            }
        }
        assertThat(
                Stream.of("- 1", "null", "presets: {}", "dimensions: 1\npresets: [1]", "a: [", "dimensions:"))
                .allSatisfy(other -> assertThat(broken(Files.writeString(file, other))).isNotEmpty());
    }

    private static String replaceFirst(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    private static Rubric complete(Path file) {
        return switch (RubricReader.read(file)) {
            case Reading.Complete(var rubric) -> rubric;
            case Reading.Broken(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> broken(Path file) {
        return switch (RubricReader.read(file)) {
            case Reading.Complete(var rubric) -> throw new AssertionError(rubric);
            case Reading.Broken(var problems) -> problems;
        };
    }
}
