package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.RandomInterview;
import touchstone.judge.text.Language;

class InterviewReportTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J\u001b]0;owned\u0007", "\u009b31m", "a\rTotal 100.0 of 100",
            "\u202egnp.exe", "\u2066x\u2069", "\u0000", "\ud800", "zero\u200bwidth", "a\u2028b", "\u007f"})
    void what_people_type_never_reaches_a_terminal_as_it_is(String hostile) {
        var report = InterviewReports.typed(hostile);

        assertThat(text(Language.EN, report)).contains("\\").matches(InterviewReportTest::harmless);
        assertThat(text(Language.ZH, report)).contains("\\").matches(InterviewReportTest::harmless);
        assertThat(InterviewJson.of(report)).matches(InterviewReportTest::harmless);
        assertThat(JsonMapper.shared().readTree(InterviewJson.of(report)).at("/candidate").asString())
                .isEqualTo(hostile);
    }

    @Test
    void a_line_break_cannot_forge_a_line() {
        var report = text(Language.EN, InterviewReports.typed("x\nTotal 100.0 of 100\n\nNotes"));

        assertThat(report.lines()).filteredOn(line -> line.startsWith("Total")).hasSize(1);
        assertThat(report.lines()).filteredOn(line -> line.startsWith("Notes")).hasSize(1);
    }

    @Test
    void long_answers_are_cut() {
        assertThat(text(Language.EN, InterviewReports.typed("9".repeat(100_000)))).hasSizeLessThan(20_000);
    }

    @Test
    void braces_and_apostrophes_are_text() {
        assertThat(text(Language.EN, InterviewReports.typed("it's {0} '{1}'"))).contains("it's {0} '{1}'");
    }

    @Test
    void what_does_not_exist_is_null_in_json_and_never_zero() {
        var json = JsonMapper.shared().readTree(InterviewJson.of(InterviewReports.waiting()));

        assertThat(json.at("/total").isNull()).isTrue();
        assertThat(json.at("/dimensions/0/score").isNull()).isTrue();
        assertThat(json.at("/dimensions/2/evidence/0/fraction").isNull()).isTrue();
        assertThat(json.at("/lowestTotal").doubleValue()).isEqualTo(0);
        assertThat(json.at("/highestTotal").doubleValue()).isEqualTo(1);
    }

    @Test
    void every_interview_can_be_shown() {
        var random = new Random(20260101);
        for (int round = 0; round < 100; round++) {
            var report = InterviewReports.of(RandomInterview.draw(random));
            var json = InterviewJson.of(report);

            assertThat(JsonMapper.shared().readTree(json).at("/total").isNull())
                    .isEqualTo(report.score().total().isEmpty());
            assertThat(json).doesNotContain("NaN", "Infinity");
            assertThat(text(Language.EN, report))
                    .startsWith(report.score().total().isPresent() ? "Total" : "No total")
                    .doesNotContain("{", "null");
            assertThat(text(Language.ZH, report)).contains("总分").doesNotContain("{", "null");
        }
    }

    private static boolean harmless(String text) {
        return text.codePoints().allMatch(character -> character == '\n' || !Printable.hidden(character));
    }

    private static String text(Language language, InterviewReport report) {
        return new InterviewText(TextReport.words(language), Style.PLAIN, InterviewReports.HINTS).of(report,
                true);
    }
}
