package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.yaml.Problem;

/// Files of answers, reviews and code, as people hand them in.
class SheetsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answers_are_read_as_they_stand() throws IOException {
        var sheet = answers("""
            blueprint: short
            candidate: 李四
            answers:
              q3-01: 14 GB
              q3-02: b
              q3-03: [A, C]
              q3-06: |
                第一行: 有冒号
                second line
            """);

        assertThat(sheet.candidate()).isEqualTo("李四");
        assertThat(sheet.answers()).isEqualTo(
                Map.of("q3-01", "14 GB", "q3-02", "b", "q3-03", "A, C", "q3-06", "第一行: 有冒号\nsecond line\n"));
    }

    @Test
    void numbers_and_words_of_yaml_are_no_more_than_text() throws IOException {
        assertThat(answers("answers: {q3-01: 1.40e+1, q3-02: no, q3-03: ~, q3-06: 0x10}").answers())
                .containsEntry("q3-01", "1.40e+1")
                .containsEntry("q3-02", "no")
                .containsEntry("q3-06", "0x10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        answers: {q3-91: 1}       | 1 | 'q3-91' is no question of short; did you mean 'q3-01'?
        answers: {pair-sum: x}    | 1 | 'pair-sum' is no question of short
        answers: {q3-01: {a: b}}  | 1 | 'answers.q3-01' must be a plain text
        answers: {q3-01: *T}      | 1 | a value that begins with '*' needs quotes
        answer: {q3-01: 1}        | 1 | did you mean 'answers'?
        answers: [1]              | 1 | 'answers' must hold keys and values
        just words                | 1 | expected keys and values
        answers: {q3-01: 1, q3-01: 2} | 1 | 'q3-01' is given twice
        {answers: {q3-01: 1}, blueprint: long} | 1 | this belongs to 'long', not to 'short'
        answers: {                | 1 | check indentation, quotes and brackets here
        """)
    void wrong_answers_are_told_by_line(String text, int line, String message) throws IOException {
        var file = Files.writeString(folder.resolve("answers.yaml"), text);

        assertThat(problemsOf(() -> AnswerSheet.read(file, Plans.SHORT))).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void nesting_beyond_reason_is_a_problem_and_no_crash() throws IOException {
        var file = Files.writeString(folder.resolve("answers.yaml"), "answers: " + "[".repeat(100_000));

        assertThat(problemsOf(() -> AnswerSheet.read(file, Plans.SHORT))).isNotEmpty();
    }

    @Test
    void an_empty_file_is_a_slip_and_no_lack_of_answers() throws IOException {
        var file = Files.writeString(folder.resolve("answers.yaml"), "\n");

        assertThat(problemsOf(() -> AnswerSheet.read(file, Plans.SHORT))).extracting(Problem::message)
                .containsExactly("this file is empty; '--template' prints a form to fill in");
    }

    @Test
    void an_endless_file_is_refused_unread() throws IOException {
        var file = Files.writeString(folder.resolve("answers.yaml"), "#".repeat((1 << 20) + 1));

        assertThat(problemsOf(() -> AnswerSheet.read(file, Plans.SHORT))).extracting(Problem::message)
                .containsExactly("longer than 1 MiB; hand in answers alone");
    }

    @Test
    void reviews_tick_key_points_and_overrides_give_reasons() throws IOException {
        var sheet = reviews("""
            reviews:
            - item: q3-06
              points: [1, 3]
              comment: 说到了要害
              by: 王
              at: 2026-05-01T09:30:00Z
            overrides:
            - {item: pair-sum, percent: 80, reason: a typo in the statement, by: Wang}
            """);

        assertThat(sheet.reviews().get("q3-06")).isEqualTo(new Review("q3-06", new TreeSet<>(List.of(1, 3)),
                "说到了要害", "王", Instant.parse("2026-05-01T09:30:00Z")));
        assertThat(sheet.overrulings().get("pair-sum")).isEqualTo(
                new Overruling("pair-sum", Fraction.of(4, 5), "a typo in the statement", "Wang", NOW));
    }

    @Test
    void a_form_that_nobody_has_filled_in_says_nothing() throws IOException {
        assertThat(reviews("reviews:\n- item: q3-06\n  points: []\n  by: \"\"\n").reviews()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        reviews: [{item: q3-06, points: [4], by: W}]  | '4' is no key point; they are numbered 1 to 3
        reviews: [{item: q3-06, points: [0], by: W}]  | '0' is no key point
        reviews: [{item: q3-06, by: W}]               | 'reviews.points' is missing
        reviews: [{item: q3-01, points: [1], by: W}]  | 'q3-01' has no key points; use 'overrides'
        reviews: [{item: q3-99, points: [1], by: W}]  | 'q3-99' is no item of short
        reviews: [{item: q3-06, points: [1], by: W, at: noon}] | 'at' must be a time such as
        reviews: [{item: q3-06, points: [1], by: W}, {item: q3-06, points: [2], by: V}] | stands here twice
        overrides: [{item: q3-01, percent: 50, by: W}] | 'overrides.reason' is missing
        overrides: [{item: q3-01, percent: 50, reason: ' ', by: W}] | 'overrides.reason' is empty
        overrides: [{item: q3-01, percent: 101, reason: r, by: W}] | must be a whole number from 0 to 100
        overrides: [{item: q3-01, percent: 50, reason: r}] | 'overrides.by' is missing
        """)
    void wrong_reviews_are_told(String text, String message) throws IOException {
        var file = Files.writeString(folder.resolve("review.yaml"), text);

        assertThat(problemsOf(() -> ReviewSheet.read(file, Plans.SHORT, NOW)))
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void code_is_a_file_or_a_folder_and_strangers_are_named() throws IOException {
        var single = Files.writeString(folder.resolve("pair-sum.java"), "class Solution {}");
        Files.writeString(folder.resolve("pair-sun.java"), "class Solution {}");
        Files.writeString(folder.resolve(".hidden"), "");

        var code = CodeFolder.read(folder, List.of("pair-sum"));

        assertThat(code.files()).isEqualTo(Map.of("pair-sum", List.of(single)));
        assertThat(code.strangers()).containsExactly(folder.resolve("pair-sun.java"));
    }

    @Test
    void several_files_lie_in_a_folder() throws IOException {
        var own = Files.createDirectory(folder.resolve("pair-sum"));
        Files.writeString(own.resolve("Solution.java"), "class Solution {}");
        Files.writeString(own.resolve("Other.java"), "class Other {}");
        Files.writeString(own.resolve("notes.txt"), "");

        assertThat(CodeFolder.read(folder, List.of("pair-sum")).files()).isEqualTo(
                Map.of("pair-sum", List.of(own.resolve("Other.java"), own.resolve("Solution.java"))));
    }

    @Test
    void code_that_is_there_twice_is_refused() throws IOException {
        Files.writeString(folder.resolve("pair-sum.java"), "class Solution {}");
        Files.writeString(Files.createDirectory(folder.resolve("pair-sum")).resolve("Solution.java"), "");

        assertThatExceptionOfType(SheetException.class)
                .isThrownBy(() -> CodeFolder.read(folder, List.of("pair-sum")))
                .withMessageContaining("keep one of them");
    }

    @Test
    void a_link_out_of_the_folder_is_refused() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "token");
        var code = Files.createDirectory(folder.resolve("code"));
        Files.createSymbolicLink(code.resolve("pair-sum.java"), secret);

        assertThatExceptionOfType(SheetException.class)
                .isThrownBy(() -> CodeFolder.read(code, List.of("pair-sum")))
                .withMessageContaining("a symbolic link");
    }

    private AnswerSheet answers(String text) throws IOException {
        return AnswerSheet.read(Files.writeString(folder.resolve("answers.yaml"), text), Plans.SHORT);
    }

    private ReviewSheet reviews(String text) throws IOException {
        return ReviewSheet.read(Files.writeString(folder.resolve("review.yaml"), text), Plans.SHORT, NOW);
    }

    private static List<Problem> problemsOf(Runnable reading) {
        var refused = catchThrowableOfType(SheetException.class, reading::run);
        assertThat(refused).isNotNull();
        return refused.problems();
    }
}
