package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WrongUseTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write_files() throws IOException {
        Files.writeString(folder.resolve("Solution.java"), "public class Solution {}");
        Files.writeString(folder.resolve("empty.java"), "");
        Files.write(folder.resolve("binary.class"), new byte[]{(byte) 0xca, (byte) 0xfe, 0, 0});
        Files.writeString(folder.resolve("large.java"), "//".repeat(200_000));
    }

    static Stream<Arguments> wrong_uses() {
        return Stream.of(Arguments.of("no-such-command", "unknown: no-such-command"),
                Arguments.of("garde", "did you mean grade?"),
                Arguments.of("--no-such-option", "unknown: --no-such-option"),
                Arguments.of("grade", "missing: EXERCISE"), Arguments.of("grade pair-sum", "missing: FILE"),
                Arguments.of("grade pair-summ {}/Solution.java", "did you mean pair-sum?"),
                Arguments.of("grade zzzzzzzzzz {}/Solution.java", "there is no exercise zzzzzzzzzz"),
                Arguments.of("grade pair-sum {}/absent.java", "absent.java"),
                Arguments.of("grade pair-sum {}", "directory"),
                Arguments.of("grade pair-sum {}/empty.java", "empty"),
                Arguments.of("grade pair-sum {}/binary.class", "not a text file"),
                Arguments.of("grade pair-sum {}/large.java", "256 KiB"),
                Arguments.of("grade pair-sum /dev/zero", "/dev/zero"),
                Arguments.of("grade pair-sum" + " {}/Solution.java".repeat(17), "16"),
                Arguments.of("grade pair-sum {}/Solution.java --seed x", "--seed cannot be x"),
                Arguments.of("grade pair-sum {}/Solution.java --seed -1", "--seed must lie between"),
                Arguments.of("grade pair-sum {}/Solution.java --seed 9007199254740992",
                        "--seed must lie between"),
                Arguments.of("grade pair-sum {}/Solution.java --seed 99999999999999999999",
                        "--seed cannot be"),
                Arguments.of("grade pair-sum {}/Solution.java --junit-xml {}/absent/x.xml", "cannot write"),
                Arguments.of("grade pair-sum {}/Solution.java --candidate-view --all-tests",
                        "--candidate-view"),
                Arguments.of("grade pair-sum {}/Solution.java --exercises {}/absent",
                        "no folder of exercises"),
                Arguments.of("grade pair-sum {}/Solution.java --jsno", "unknown: --jsno"),
                Arguments.of("list --lang fr", "--lang cannot be fr"),
                Arguments.of("list --color sometimes", "--color cannot be sometimes"),
                Arguments.of("list more", "unknown: more"), Arguments.of("show", "missing: ID"),
                Arguments.of("show pair-sums", "did you mean pair-sum?"),
                Arguments.of("verify pairsum", "did you mean pair-sum?"),
                Arguments.of("verify --seeds 0", "--seeds must lie between"),
                Arguments.of("verify --mutations", "unknown: --mutations"),
                Arguments.of("doctor now", "unknown: now"), Arguments.of("test", "./touchstone test"));
    }

    static Stream<Arguments> wrong_uses_of_questions() {
        return Stream.of(Arguments.of("show q3-9", "did you mean q3-01?"),
                Arguments.of("show zzzzzzzzzz", "there is no exercise, question or blueprint zzzzzzzzzz"),
                Arguments.of("show pair-sum --key", "--key goes with questions"),
                Arguments.of("grade q3-02 {}/Solution.java", "q3-02 is a question, not an exercise"),
                Arguments.of("verify q3-02", "q3-02 is a question, not an exercise"),
                Arguments.of("list questions --chapter 12", "--chapter must be 1 to 9"),
                Arguments.of("list questions --type number", "--type cannot be number"),
                Arguments.of("list questions --dimension taste", "--dimension cannot be taste"),
                Arguments.of("list questions q3-02", "unknown: q3-02"));
    }

    @ParameterizedTest
    @MethodSource({"wrong_uses", "wrong_uses_of_questions"})
    void is_one_clear_line_and_exit_code_2(String line, String expected) {
        var result = run(line);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(expected).startsWith("touchstone: ").hasLineCount(1);
        assertThat(result.err()).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @MethodSource({"wrong_uses", "wrong_uses_of_questions"})
    void is_said_in_chinese_too(String line) {
        var result = run(line + " --lang=zh");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void a_debug_option_shows_where_it_came_from() {
        assertThat(run("grade pair-sum {}/empty.java --debug").err()).contains("\tat touchstone.");
    }

    @ParameterizedTest
    @CsvSource({"touchstone,--help", "grade,grade --help", "verify,verify --help",
            "list questions,list questions --help", "test,--help", "interview,interview --help",
            "--resume,batch --help", "--applicants,bench batch --help"})
    void help_goes_to_standard_output(String expected, String line) {
        var result = run(line);

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains(expected, "Example:", "Exit codes:")
                .doesNotContain("%n", "null", "''");
    }

    @Test
    void a_file_name_cannot_paint_the_terminal() {
        assertThat(run("grade pair-sum \u001b[31mred.java").err()).contains("\\u001b[31mred.java");
    }

    private CommandLineFixture.Result run(String line) {
        var arguments = Arrays.stream(line.split(" ")).map(word -> word.replace("{}", folder.toString()));
        return new CommandLineFixture(folder).run(arguments.toArray(String[]::new));
    }
}
