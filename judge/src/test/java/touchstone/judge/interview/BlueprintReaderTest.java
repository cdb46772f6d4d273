package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.yaml.Problem;

class BlueprintReaderTest {
    @TempDir
    private Path root = Path.of("");
    private Path file = Path.of("");
    private String text = "";

    @BeforeEach
    void copy_the_short_one() throws IOException {
        text = Files.readString(Plans.SHORT.blueprint().file());
        file = Files.createDirectories(root.resolve("blueprints")).resolve("short.yaml");
    }

    /// A part of the text, what replaces it, and the problem that results.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        minutes: 20         | minutes: 0               | 5 | 'minutes' must be a whole number from 1 to 480
        minutes: 20         | minuets: 20              | 5 | did you mean 'minutes'?
        minutes: 20         | time: x                  | 1 | 'minutes' is missing
        en: A short interview | zu: x                  | 1 | lacks its English text
        theory: 40          | theory: 41               | 6 | the weights add up to 101; change them to add up to 100
        theory: 40,         | ""                       | 6 | 'weights.theory' is missing
        theory: 40          | theories: 40             | 6 | did you mean 'theory'?
        parts:              | part:                    | 7 | did you mean 'parts'?
        items: [pair-sum, later-sum] | items: pair-sum | 15 | 'parts.items' must be a list of at least one text
        items: [pair-sum, later-sum] | items: []       | 15 | 'parts.items' must be a list of at least one text
        later-sum           | pair-sum                 | 13 | 'pair-sum' stands in this interview twice
        later-sum           | q3-01                    | 13 | remove it here or at line 10
        minutes: 10         | minutes: ten             | 14 | must be a whole number from 1 to 480
        minutes: 20         | minutes: {               | 6 | not valid YAML
        """)
    void a_wrong_blueprint_is_told_by_line_with_the_remedy(
            String part,
            String other,
            int line,
            String message) throws IOException {
        Files.writeString(file, text.replace(part, other));

        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.file()).isEqualTo(file);
        });
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        Files.writeString(file, " \n");

        assertThat(problems()).extracting(Problem::message).anyMatch(message -> message.contains("is empty"));
    }

    @Test
    void a_file_that_is_no_text_is_told() throws IOException {
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe, 0});

        assertThat(problems()).extracting(Problem::message).anyMatch(message -> message.contains("UTF-8"));
    }

    @Test
    void a_name_that_is_no_id_is_told() throws IOException {
        Files.writeString(file.resolveSibling("Short One.yaml"), text);

        assertThat(problems()).extracting(Problem::message)
                .anyMatch(message -> message.contains("'Short One' is no id"));
    }

    @Test
    void a_broken_one_does_not_stop_the_others() throws IOException {
        Files.writeString(file, text);
        Files.writeString(file.resolveSibling("broken.yaml"), "title: {}\n");

        assertThat(Blueprints.read(List.of(root)).all()).extracting(Blueprint::id).containsExactly("short");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void an_id_of_an_earlier_folder_is_not_taken_again() throws IOException {
        Files.writeString(file, text);
        var both = Blueprints.read(List.of(Plans.ROOTS.getFirst(), root));

        assertThat(both.all()).hasSize(1);
        assertThat(both.problems()).extracting(Problem::message)
                .anyMatch(message -> message.contains("there is a blueprint of this id"));
    }

    private List<Problem> problems() {
        return Blueprints.read(List.of(root)).problems();
    }
}
