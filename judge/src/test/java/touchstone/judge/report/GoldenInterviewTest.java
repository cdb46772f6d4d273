package touchstone.judge.report;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.text.Language;

/// Whole reports of interviews, as people read them.
class GoldenInterviewTest {
    @ParameterizedTest
    @CsvSource({"everything, ZH", "everything, EN", "decided, ZH", "decided, EN", "waiting, ZH",
            "waiting, EN", "empty, ZH", "empty, EN"})
    void as_text(String name, Language language) throws IOException {
        Golden.assertSame("interview_" + name + "." + suffix(language),
                text(language).of(report(name), false));
    }

    @ParameterizedTest
    @EnumSource
    void with_all_evidence(Language language) throws IOException {
        Golden.assertSame("interview_evidence." + suffix(language),
                text(language).of(report("everything"), true));
    }

    @ParameterizedTest
    @CsvSource({"everything", "decided", "waiting", "empty"})
    void as_json(String name) throws IOException {
        Golden.assertSame("interview_" + name + ".json", InterviewJson.of(report(name)));
    }

    private static String suffix(Language language) {
        return language.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    private static InterviewText text(Language language) {
        return new InterviewText(TextReport.words(language), Style.PLAIN, InterviewReports.HINTS);
    }

    private static InterviewReport report(String name) {
        return switch (name) {
            case "everything" -> InterviewReports.everything();
            case "decided" -> InterviewReports.decided();
            case "waiting" -> InterviewReports.waiting();
            case "empty" -> InterviewReports.empty();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
