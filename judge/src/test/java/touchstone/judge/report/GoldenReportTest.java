package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.judge.exercise.Language;
import touchstone.judge.run.Verdict;

/// Whole reports, kept beside this test as people read them. What a report looks
/// like now is written to `target/golden`; read it, then copy it over.
class GoldenReportTest {
    private static final Path EXPECTED = Path.of("src/test/resources/touchstone/judge/report/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    @ParameterizedTest
    @EnumSource
    void in_chinese(Verdict verdict) throws IOException {
        assertGolden(name(verdict) + ".zh.txt", text(Language.ZH).of(Judgements.of(verdict), false));
    }

    @ParameterizedTest
    @EnumSource
    void in_english(Verdict verdict) throws IOException {
        assertGolden(name(verdict) + ".en.txt", text(Language.EN).of(Judgements.of(verdict), false));
    }

    @ParameterizedTest
    @EnumSource
    void for_candidates(Verdict verdict) throws IOException {
        assertGolden(name(verdict) + ".candidate.txt",
                text(Language.EN).of(CandidateView.of(Judgements.of(verdict))));
    }

    @Test
    void with_all_tests() throws IOException {
        assertGolden("all_tests.txt", text(Language.EN).of(Judgements.of(Verdict.WRONG_ANSWER), true));
    }

    @ParameterizedTest
    @EnumSource
    void as_json(Verdict verdict) throws IOException {
        assertGolden(name(verdict) + ".json", JsonReport.of(Judgements.of(verdict)));
    }

    @ParameterizedTest
    @EnumSource
    void as_junit_xml(Verdict verdict) throws IOException {
        assertGolden(name(verdict) + ".xml", JUnitXml.of(Judgements.of(verdict)));
    }

    private static TextReport text(Language language) {
        return new TextReport(Words.of(language), Style.PLAIN);
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static void assertGolden(String file, String report) throws IOException {
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(file), report);
        assertThat(EXPECTED.resolve(file)).exists().content().isEqualTo(report);
    }
}
