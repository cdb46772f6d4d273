package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.report.Columns;
import touchstone.judge.run.Verdict;

class CommandsTest {
    @TempDir
    private Path folder = Path.of("");
    private String file = "";

    @BeforeEach
    void write_a_submission() throws IOException {
        file = Files.writeString(folder.resolve("任意.java"), "public class Solution {}").toString();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JUDGE_ERROR")
    void grade_ends_with_0_whatever_the_verdict(Verdict verdict) {
        var result = fixture().answering(verdict).run("grade", "pair-sum", file, "--json");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(json(result).get("verdict").asString()).isEqualTo(verdict.name());
    }

    @Test
    void our_own_fault_ends_with_3_and_is_labelled_as_ours() {
        var result = fixture().answering(Verdict.JUDGE_ERROR).run("grade", "pair-sum", file);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).startsWith("Not judged — our fault");
    }

    @Test
    void no_sandbox_ends_with_3_and_says_what_to_do() {
        var result = fixture().withoutSandbox("bubblewrap is missing: apt-get install bubblewrap")
                .run("grade", "pair-sum", file);

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("apt-get install bubblewrap").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void the_seed_is_a_constant_unless_it_is_given() {
        var usual = fixture();
        usual.run("grade", "pair-sum", file);
        var given = fixture();
        given.run("grade", "pair-sum", file, "--seed", "9007199254740991");

        assertThat(usual.seed()).isEqualTo(20260101);
        assertThat(given.seed()).isEqualTo(9007199254740991L);
    }

    @Test
    void reports_are_written_as_junit_xml_beside_the_report() {
        var xml = folder.resolve("report.xml");
        var result = fixture().run("grade", "pair-sum", file, "--junit-xml", xml.toString());

        assertThat(result.out()).startsWith("Accepted — 100 of 100 points");
        assertThat(xml).content().startsWith("<?xml").contains("<testsuite ");
    }

    @Test
    void the_candidates_view_holds_no_hidden_test() {
        var text = fixture().answering(Verdict.WRONG_ANSWER)
                .run("grade", "pair-sum", file, "--candidate-view");
        var json = fixture().answering(Verdict.WRONG_ANSWER)
                .run("grade", "pair-sum", file, "--candidate-view", "--json");

        assertThat(text.out()).contains("ties").doesNotContain("never_more_than_k", "20260101");
        assertThat(json.out()).contains("\"hidden\"").doesNotContain("never_more_than_k", "20260101");
    }

    @Test
    void colour_is_for_terminals_and_for_those_who_ask() {
        assertThat(fixture().run("grade", "pair-sum", file).out()).doesNotContain("\u001b");
        assertThat(fixture().run("grade", "pair-sum", file, "--color=always").out()).contains("\u001b[");
        assertThat(fixture().onTerminal(Map.of()).run("grade", "pair-sum", file).out()).contains("\u001b[");
        assertThat(fixture().onTerminal(Map.of("NO_COLOR", "1")).run("grade", "pair-sum", file).out())
                .doesNotContain("\u001b");
        assertThat(fixture().onTerminal(Map.of()).run("grade", "pair-sum", file, "--color", "never").out())
                .doesNotContain("\u001b");
    }

    @Test
    void the_list_is_sorted_by_topic_and_names_broken_exercises_beside_it() {
        var result = fixture().run("list", "--exercises", CommandLineFixture.BROKEN.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("sums\n  pair-sum  Sum of a pair  level 1   5 min\n");
        assertThat(result.err()).contains("exercise.yaml:2: ");
    }

    @Test
    void the_list_is_aligned_in_chinese() {
        assertThat(fixture().run("list", "--lang", "zh").out())
                .isEqualTo("sums\n  pair-sum  两数之和  难度 1   5 分钟\n");
        assertThat(Columns.pad("两数", 6)).isEqualTo("两数  ");
    }

    @Test
    void the_list_as_json() {
        var exercise = json(fixture().run("list", "--json")).get("exercises").get(0);

        assertThat(exercise.get("id").asString()).isEqualTo("pair-sum");
        assertThat(exercise.get("title").get("zh").asString()).isEqualTo("两数之和");
        assertThat(exercise.get("rubric").toString()).isEqualTo("{\"theory\":20,\"practice\":80}");
    }

    @Test
    void show_prints_statement_contract_and_visible_tests_and_nothing_hidden() {
        var text = fixture().run("show", "pair-sum");

        assertThat(text.out()).contains("Returns a₁ + a₂.", "int sum(int a, int b);",
                "one_and_two (worked example, 40 points)");
        assertThat(text.out() + fixture().run("show", "pair-sum", "--json").out())
                .doesNotContain("below_zero");
    }

    @Test
    void a_broken_exercise_is_our_fault_and_not_the_submissions() {
        var result = fixture().run("grade", "half-written", file, "--exercises",
                CommandLineFixture.BROKEN.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("exercise.yaml:2: ", "no fault of any submission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void doctor_tells_what_is_in_force(String language) {
        var result = fixture().run("doctor", "--lang", language);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("pretended", "LD_LIBRARY_PATH", "box.heap", "256 MiB",
                folder.toString());
    }

    @Test
    void doctor_ends_with_3_when_this_machine_cannot_grade() {
        var result = fixture().withoutSandbox("user namespaces are forbidden").run("doctor", "--json");

        assertThat(result.code()).isEqualTo(3);
        assertThat(json(result).get("sound").asBoolean()).isFalse();
        assertThat(json(result).get("fault").asString()).isEqualTo("user namespaces are forbidden");
    }

    @Test
    void verify_ends_with_1_when_something_is_not_proven() {
        var result = fixture().run("verify", "pair-sum", "--seeds", "2");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("wrong_answer/minus.java  expected WRONG_ANSWER, got ACCEPTED");
    }

    private CommandLineFixture fixture() {
        return new CommandLineFixture(folder);
    }

    private static JsonNode json(CommandLineFixture.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }
}
