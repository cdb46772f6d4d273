package touchstone.judge.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import touchstone.judge.Judgement;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;

/// A judgement in the XML that build servers read from JUnit. Everything is
/// escaped rather than put into CDATA, so nothing can close a section early.
public final class JUnitXml {
    /// What every file begins with.
    public static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private JUnitXml() {}

    public static String of(Judgement judgement) {
        var xml = new StringBuilder(HEAD);
        suite(xml, judgement.exercise().id(), List.of(JudgingRecord.of(judgement)), List.of());
        return xml.toString();
    }

    /// Adds one suite, of everything that one person handed in.
    ///
    /// @param problems what was handed in and could not be judged
    public static void suite(
            StringBuilder xml,
            String name,
            List<JudgingRecord> judgings,
            List<String> problems) {
        var tests = judgings.stream().flatMap(one -> one.tests().stream()).toList();
        long nothingRan = judgings.stream().filter(one -> one.tests().isEmpty()).count() + problems.size();
        xml.append("<testsuite");
        attribute(xml, "name", name);
        attribute(xml, "tests", tests.size() + nothingRan);
        attribute(xml, "failures", tests.stream().filter(JUnitXml::failed).count());
        attribute(xml, "errors", nothingRan);
        attribute(xml, "skipped", 0);
        attribute(xml, "time",
                seconds(judgings.stream().map(JudgingRecord::run).reduce(Duration.ZERO, Duration::plus)));
        xml.append(">\n");
        for (var judging : judgings) {
            if (judging.tests().isEmpty()) {
                nothingRan(xml, judging);
            }
            judging.tests().forEach(test -> test(xml, judging.exerciseId(), test));
        }
        for (var problem : problems) {
            open(xml, "handed_in", "can_be_read", Duration.ZERO);
            problem(xml, "error", "UNREADABLE", problem, problem);
            xml.append("  </testcase>\n");
        }
        xml.append("</testsuite>\n");
    }

    private static boolean failed(TestResult test) {
        return test.verdict() != Verdict.ACCEPTED;
    }

    /// A suite without any test case counts as green on some servers.
    private static void nothingRan(StringBuilder xml, JudgingRecord judgement) {
        var text = new StringBuilder(judgement.message());
        judgement.diagnostics()
                .forEach(found -> text.append('\n')
                        .append(found.file() + ":" + found.line() + ":" + found.column() + " "
                                + found.message()));
        open(xml, judgement.exerciseId(), "compiles_and_runs", judgement.compile());
        problem(xml, "error", judgement.verdict(), judgement.message(), text.toString());
        xml.append("  </testcase>\n");
    }

    private static void test(StringBuilder xml, String exercise, TestResult test) {
        open(xml, exercise, test.name(), test.duration());
        if (failed(test)) {
            problem(xml, "failure", test.verdict(), test.message(), test.message());
        }
        if (!test.printed().isEmpty()) {
            xml.append("    <system-out>").append(escape(test.printed())).append("</system-out>\n");
        }
        xml.append("  </testcase>\n");
    }

    private static void open(StringBuilder xml, String exercise, String name, Duration duration) {
        xml.append("  <testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", exercise);
        attribute(xml, "time", seconds(duration));
        xml.append(">\n");
    }

    private static void problem(StringBuilder xml, String kind, Object verdict, String message, String text) {
        xml.append("    <").append(kind);
        attribute(xml, "message", message);
        attribute(xml, "type", verdict);
        xml.append('>').append(escape(text)).append("</").append(kind).append(">\n");
    }

    private static void attribute(StringBuilder xml, String name, Object value) {
        var escaped = escape(value.toString()).replace("\n", "&#10;").replace("\t", "&#9;");
        xml.append(' ').append(name).append("=\"").append(escaped).append('"');
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(character) ? character : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /// XML 1.0 knows no way to write most control characters, not even escaped.
    private static boolean allowed(int character) {
        return character == '\n'
                || character == '\t'
                || (character >= ' ' && character <= 0xd7ff)
                || (character >= 0xe000 && character <= 0xfffd)
                || character >= 0x10000;
    }
}
