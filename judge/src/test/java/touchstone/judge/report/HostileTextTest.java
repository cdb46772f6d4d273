package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.Judgement;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;

/// What a candidate makes a report say must not become anything but text.
class HostileTextTest {
    private static final String SECRET = "SECRET-EXPECTATION";

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J\u001b]0;owned\u0007", "\u009b31m", "a\rAccepted", "\u202egnp.exe",
            "\u2066x\u2069", "\u0000", "\ud800", "zero\u200bwidth", "a\u2028b", "\u007f"})
    void never_reaches_a_terminal_as_it_is(String hostile) {
        var judgement = judgement(hostile);

        assertThat(new TextReport(TextReport.words(Language.EN), Style.PLAIN).of(judgement, true))
                .contains("\\")
                .matches(text -> text.codePoints().allMatch(c -> c == '\n' || !Printable.hidden(c)));
        assertThat(JsonReport.of(judgement).codePoints().allMatch(c -> c == '\n' || !Printable.hidden(c)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"]]>", "</failure></testcase>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "&#0;", "\"quoted' \" attribute=\"",
            "\u0000\u0001\u001b", "\ud800", "\udc00\ud800", "\uffff", "\ufffe", "--><!--", "a\r\nb\tc"})
    void leaves_the_xml_well_formed(String hostile) throws Exception {
        var failure = parse(JUnitXml.of(judgement(hostile))).getElementsByTagName("failure");

        assertThat(failure.getLength()).isEqualTo(2);
        var kept = hostile.replaceAll("[^\\x09\\x0a\\x20-\\ud7ff\\ue000-\\ufffd]", "\ufffd");
        assertThat(failure.item(0).getTextContent()).isEqualTo(kept);
        assertThat(((Element) failure.item(0)).getAttribute("message")).isEqualTo(kept);
    }

    @Test
    void survives_random_characters_in_every_format() throws Exception {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append((char) random.nextInt(1 << (4 + random.nextInt(13))));
            }
            var judgement = judgement(text.toString());
            assertThat(parse(JUnitXml.of(judgement)).getElementsByTagName("testcase").getLength())
                    .isEqualTo(2);
            var message = JsonMapper.shared()
                    .readTree(JsonReport.of(judgement))
                    .at("/tests/0/message")
                    .asString();
            assertThat(message).isEqualTo(text.toString());
        }
    }

    @Test
    void long_values_are_cut() {
        var report = new TextReport(TextReport.words(Language.EN), Style.PLAIN)
                .of(judgement("9".repeat(100_000)), false);

        assertThat(report).hasSizeLessThan(10_000).contains("(+99400)");
    }

    @Test
    void nothing_of_a_hidden_test_is_in_the_candidates_view() {
        var view = CandidateView.of(judgement(SECRET));

        assertThat(new TextReport(TextReport.words(Language.EN), Style.PLAIN).of(view))
                .doesNotContain("hidden_test", SECRET);
        assertThat(JsonReport.of(view)).doesNotContain("hidden_test", SECRET, "seed", "millis");
    }

    private static Judgement judgement(String hostile) {
        boolean shown = !hostile.equals(SECRET);
        return Judgements.judged(Verdict.WRONG_ANSWER, hostile,
                List.of(failed("sample_test", true, shown ? hostile : "fine"),
                        failed("hidden_test", false, hostile)));
    }

    private static TestResult failed(String name, boolean sample, String text) {
        return new TestResult(name, "ties", Optional.empty(), sample, 50, Verdict.WRONG_ANSWER, text, text,
                text, text, text, Duration.ZERO);
    }

    private static Document parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
