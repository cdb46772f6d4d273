package touchstone.judge.report;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;

/// Whole reports of submissions, as people read them.
class GoldenReportTest {
    @ParameterizedTest
    @EnumSource
    void in_chinese(Verdict verdict) throws IOException {
        Golden.assertSame(name(verdict) + ".zh.txt", text(Language.ZH).of(Judgements.of(verdict), false));
    }

    @ParameterizedTest
    @EnumSource
    void in_english(Verdict verdict) throws IOException {
        Golden.assertSame(name(verdict) + ".en.txt", text(Language.EN).of(Judgements.of(verdict), false));
    }

    @ParameterizedTest
    @EnumSource
    void for_candidates(Verdict verdict) throws IOException {
        Golden.assertSame(name(verdict) + ".candidate.txt",
                text(Language.EN).of(CandidateView.of(Judgements.of(verdict))));
    }

    @Test
    void with_all_tests() throws IOException {
        Golden.assertSame("all_tests.txt", text(Language.EN).of(Judgements.of(Verdict.WRONG_ANSWER), true));
    }

    @ParameterizedTest
    @EnumSource
    void as_json(Verdict verdict) throws IOException {
        Golden.assertSame(name(verdict) + ".json", JsonReport.of(Judgements.of(verdict)));
    }

    @ParameterizedTest
    @EnumSource
    void as_junit_xml(Verdict verdict) throws IOException {
        Golden.assertSame(name(verdict) + ".xml", JUnitXml.of(Judgements.of(verdict)));
    }

    private static TextReport text(Language language) {
        return new TextReport(TextReport.words(language), Style.PLAIN);
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
