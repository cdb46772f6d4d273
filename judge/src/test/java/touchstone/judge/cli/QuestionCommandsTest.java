package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.certify.BankFacts;
import touchstone.judge.question.Chapters;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.report.Columns;
import touchstone.judge.report.TextReport;
import touchstone.judge.text.Language;

class QuestionCommandsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void questions_are_listed_by_chapter() {
        var result = fixture().run("list", "questions");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("3  Quantization (30 min)\n")
                .contains("\n\nN  Interview notes\n");
        assertThat(result.out().lines().filter(line -> line.startsWith("  "))).hasSize(7)
                .first()
                .asString()
                .matches(" {2}q3-01 +number +level 1 +2 min +Practice +How many GB are the FP16 weights.*");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void first_words_are_cut_at_the_width_of_the_terminal(int columns) {
        var out = fixture().onTerminal(Map.of("COLUMNS", String.valueOf(columns), "NO_COLOR", "1"))
                .run("list", "questions", "--lang", "zh")
                .out();

        assertThat(out.lines().mapToInt(Columns::width)).allMatch(width -> width <= Math.max(columns, 66));
        assertThat(Columns.cut("两数之和", 5)).isEqualTo("两数…");
        assertThat(Columns.cut("两数之和", 8)).isEqualTo("两数之和");
    }

    @ParameterizedTest
    @CsvSource({"--chapter 3, 6", "--chapter n, 1", "--type numeric, 1", "--type DESIGN, 1",
            "--dimension theory, 3", "--chapter 3 --dimension systems --type multiple, 1"})
    void the_list_can_be_narrowed(String options, int expected) {
        var arguments = ("list questions --json " + options).split(" ");
        var chapters = json(fixture().run(arguments)).get("chapters");

        assertThat(chapters.valueStream().mapToInt(chapter -> chapter.get("questions").size()).sum())
                .isEqualTo(expected);
    }

    @Test
    void an_empty_list_says_so() {
        assertThat(fixture().run("list", "questions", "--chapter", "1").out())
                .isEqualTo("There are no such questions.\n");
    }

    @Test
    void a_broken_question_is_told_beside_the_list() throws IOException {
        Chapters.copy(folder).with("answer: B", "answer: X");
        var result = fixture().run("list", "questions", "--exercises", folder.toString());

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("chapter3.yaml:41: 'X' is the letter of no option");
    }

    @Test
    void a_question_is_shown_as_candidates_see_it() {
        var out = fixture().run("show", "q3-02").out();

        assertThat(out).isEqualTo("""
            q3-02  one choice · level 1 · 1 minutes · Theory

            Which rounding has no bias?

              A  down
              B  half to even
              C  up

            Answer with the letter of the one right option.
            """);
    }

    @Test
    void interviewers_see_the_key_as_well() {
        var out = fixture().run("show", "q3-01", "--key").out();

        assertThat(out).contains("14 GB  (± 1 %)", "= 7e9*2/1e9", "Seven billion parameters",
                "28  that is FP32", "a textbook, chapter 1", "O-3.1-1  FP32 to INT8");
        assertThat(fixture().run("show", "n2-01", "--key", "--lang", "zh").out()).contains("5 分", "给出内存预算");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q3-01", "q3-02", "q3-03", "q3-04", "q3-05", "q3-06", "n2-01"})
    void every_question_is_shown_in_both_languages_and_as_json(String id) {
        for (var language : new String[]{"zh", "en"}) {
            var page = fixture().run("show", id, "--key", "--lang", language);
            assertThat(page.err()).isEmpty();
            assertThat(page.out()).startsWith(id);
        }
        assertThat(json(fixture().run("show", id, "--json", "--key")).has("key")).isTrue();
        var asked = json(fixture().run("show", id, "--json"));
        assertThat(asked.get("prompt").get("zh").asString()).isNotBlank();
        assertThat(asked.has("key") || asked.has("wrong") || asked.has("solution")).isFalse();
    }

    @Test
    void a_broken_question_cannot_be_shown() throws IOException {
        Chapters.copy(folder.resolve("more"))
                .with("id: n2-01", "id: n2-02")
                .with("minutes: 10", "minutes: 99");
        var result = fixture().run("show", "n2-02", "--exercises", folder.resolve("more").toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("notes.yaml:8: ", "cannot be used before it is mended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_sound_bank_is_proven(String language) {
        var result = fixture().run("verify", "questions", "--lang", language);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("✓").doesNotContain("✗", "{");
    }

    @Test
    void what_is_not_proven_ends_with_1() throws IOException {
        Chapters.copy(folder.resolve("more"))
                .with("id: n2-01", "id: n2-02")
                .with("covers: [N-2-1]", "covers: [N-9-9]");
        var arguments = new String[]{"verify", "questions", "--exercises", folder.resolve("more").toString()};
        var json = fixture().run("verify", "questions", "--json", "--exercises",
                folder.resolve("more").toString());

        assertThat(fixture().run(arguments).code()).isEqualTo(1);
        assertThat(json.code()).isEqualTo(1);
        assertThat(json(json).get("proven").asBoolean()).isFalse();
        assertThat(json(json).get("questions").get("problems").toString()).contains("\"kind\":\"coverage\"",
                "n2-02: 'N-9-9' is no bullet of coverage.yaml");
    }

    @Test
    void a_bank_without_questions_is_not_proven() {
        var nothing = BankFacts.of(QuestionBank.read(List.of()));

        assertThat(new QuestionCertificate(List.of(), nothing, TextReport.words(Language.EN)).proven())
                .isFalse();
    }

    @Test
    void facts_are_told_as_well() {
        assertThat(fixture().run("verify", "questions").out()).contains("Dimensions: Theory 3 (43 %)",
                "Chapter 3: 6 questions, 11 min; the outline gives 30 min", "Notes: 1 questions, 10 min",
                "Right letters of single choices: B 1 (100 %)", "is the longest (en): 100 % ← length");
    }

    private CommandLineFixture fixture() {
        return new CommandLineFixture(folder);
    }

    private static JsonNode json(CommandLineFixture.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }
}
