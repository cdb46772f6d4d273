package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.cli.CommandLineFixture.Result;
import touchstone.judge.run.Verdict;

class InterviewCommandTest {
    @TempDir
    private Path folder = Path.of("");
    private String answers = "";
    private String review = "";
    private String code = "";

    @BeforeEach
    void hand_in() throws IOException {
        answers = write("answers.yaml", """
            candidate: 李四
            answers:
              q3-01: 0.014 TB
              q3-02: A
              q3-03: [A, C]
              q3-06: 步长会变大
            """);
        review = write("review.yaml", """
            reviews:
            - {item: q3-06, points: [1, 2], by: 王}
            """);
        code = folder.resolve("code").toString();
        Files.createDirectory(Path.of(code));
        Files.writeString(Path.of(code, "pair-sum.java"), "public class Solution {}");
    }

    /// By hand, with the weights 40, 40, 10, 10: theory is q3-02 (1 min, wrong) and 20 % of pair-sum's 5 min,
    /// so 1/2; practice is q3-01 (2 min, right) and 80 % of pair-sum, so 6/6; systems is q3-03, so 1;
    /// innovation is q3-06 with 8 of 10. In all 20 + 40 + 10 + 8.
    @Test
    void an_interview_is_graded_from_files() {
        var report = json(fixture().run("interview", "short", "--answers", answers, "--code", code,
                "--review", review, "--json"));

        assertThat(report.get("total").asDouble()).isEqualTo(0.78);
        assertThat(report.get("candidate").asString()).isEqualTo("李四");
        assertThat(report.get("provisional").asBoolean()).isFalse();
    }

    @Test
    void words_wait_for_people_and_the_total_is_provisional() {
        var report = json(
                fixture().run("interview", "short", "--answers", answers, "--code", code, "--json"));

        assertThat(report.get("provisional").asBoolean()).isTrue();
        // innovation is not assessed yet: (20 + 40 + 10) / 90
        assertThat(report.get("total").asDouble()).isEqualTo(70.0 / 90);
    }

    @Test
    void nothing_handed_in_is_no_points_and_is_told_from_what_waits() {
        var report = json(fixture().run("interview", "short", "--code", code, "--json"));

        // theory 1/2 as above; practice 4/6; systems and innovation nothing: nobody answered
        assertThat(report.get("total").asDouble()).isEqualTo(0.2 + 0.4 * 2 / 3);
    }

    @Test
    void other_weights_are_a_preset_or_four_numbers() {
        var preset = json(run("--weights", "practical"));
        var numbers = json(run("--weights", "10,80,5,5"));

        assertThat(preset.get("total")).isEqualTo(numbers.get("total"));
        assertThat(preset.get("total").asDouble()).isEqualTo(0.94);
    }

    @Test
    void our_fault_ends_with_3_and_the_report_says_so() {
        var result = fixture().answering(Verdict.JUDGE_ERROR)
                .run("interview", "short", "--answers", answers, "--code", code, "--lang", "en");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("pair-sum");
    }

    @Test
    void the_report_is_in_both_languages() {
        assertThat(run("--lang", "zh").out()).contains("理论", "短面试").doesNotContain("theory");
        assertThat(run("--lang", "en").out()).contains("A short interview");
    }

    @Test
    void the_form_of_answers_can_be_handed_in_as_it_is() throws IOException {
        var form = fixture().run("interview", "short", "--template", "answers", "--lang", "zh");
        var file = write("form.yaml", form.out());

        assertThat(form.out()).contains("# 哪种舍入没有系统偏差？", "# B  向最近的偶数取整", "q3-06: |");
        assertThat(json(fixture().run("interview", "short", "--answers", file, "--json")).get("total")
                .asDouble()).isZero();
    }

    @Test
    void the_form_of_reviews_can_be_handed_in_as_it_is() throws IOException {
        var form = fixture().run("interview", "short", "--template", "review");
        var file = write("form.yaml", form.out());

        assertThat(form.out()).contains("# 3. they live in few channels (2)", "- item: q3-06");
        assertThat(json(fixture().run("interview", "short", "--answers", answers, "--review", file, "--json"))
                .get("provisional")
                .asBoolean()).isTrue();
    }

    @Test
    void code_of_no_exercise_is_named() throws IOException {
        Files.writeString(Path.of(code, "pair-sun.java"), "x");

        assertThat(run().err()).contains("pair-sun.java belongs to no exercise of short").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        interview shirt --code .                     | there is no blueprint shirt; did you mean short?
        interview short                              | there is nothing to grade; give --answers, --code or both
        interview short --answers nowhere.yaml       | nowhere.yaml is no ordinary file
        interview short --code nowhere               | there is no folder nowhere
        interview short --code . --review no.yaml    | no.yaml is no ordinary file
        interview short --code . --weights 1,2,3     | --weights:
        interview short --code . --weights 50,50,0,1 | --weights:
        interview short --code . --weights practicle | 30,40,20,10; did you mean practical?
        interview short --code . --seed -1           | seed
        interview short --template forms             | --template
        interview                                    | BLUEPRINT
        """)
    void wrong_use_is_one_line_and_exit_code_2(String line, String message) {
        var result = fixture().run(line.split(" "));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(message).hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void wrong_answers_are_told_by_file_and_line() throws IOException {
        var file = write("wrong.yaml", "answers:\n  q3-91: 1\n  q3-02: A\n");
        var result = fixture().run("interview", "short", "--answers", file);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("wrong.yaml:2: 'q3-91' is no question of short").hasLineCount(1);
    }

    @Test
    void blueprints_are_listed_and_shown() {
        assertThat(fixture().run("list", "blueprints", "--lang", "zh").out())
                .isEqualTo("short  短面试  20 分钟，6 道题\n");
        assertThat(fixture().run("show", "short").out()).contains("A short interview", "q3-02",
                "A later sum (comes in a later version)");
        assertThat(json(fixture().run("show", "short", "--json")).get("parts")).hasSize(3);
        assertThat(json(fixture().run("list", "blueprints", "--json")).get("blueprints")).hasSize(1);
    }

    private Result run(String... more) {
        var arguments = new ArrayList<>(
                List.of("interview", "short", "--answers", answers, "--code", code, "--review", review));
        arguments.addAll(List.of(more));
        if (more.length > 0 && more[0].equals("--weights")) {
            arguments.add("--json");
        }
        return fixture().run(arguments.toArray(String[]::new));
    }

    private CommandLineFixture fixture() {
        return new CommandLineFixture(folder.resolve("cache"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(Result result) {
        assertThat(result.err()).isEmpty();
        return JsonMapper.shared().readTree(result.out());
    }
}
