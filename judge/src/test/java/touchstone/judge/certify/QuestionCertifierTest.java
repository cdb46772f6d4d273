package touchstone.judge.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.question.Chapters;
import touchstone.judge.question.QuestionBank;

/// Certifies a small bank that is broken in one place.
class QuestionCertifierTest {
    @TempDir
    Path root = Path.of("");
    private Chapters chapters = new Chapters(root);

    @BeforeEach
    void copy() throws IOException {
        chapters = Chapters.copy(root);
    }

    /// Text of a file, what replaces it, and the one claim that does not hold.
    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> UNSOUND = List.of(
            Arguments.of("answer: B", "answer: X", Kind.READING, 41, "'X' is the letter of no option"),
            Arguments.of("items:", "items: [", Kind.READING, 5, "not valid YAML"),
            Arguments.of("covers: [N-2-1]", "covers: [O-3.1-1]", Kind.COVERAGE, 4,
                    "no question covers N-2-1 (手机; phones)"),
            Arguments.of("covers: [O-3.1-1]", "covers: [O-3.1-1, O-3.1-9]", Kind.COVERAGE, 8,
                    "q3-01: 'O-3.1-9' is no bullet of coverage.yaml"),
            Arguments.of("7e9*2/1e9", "7e9*2/2^30", Kind.KEY, 19,
                    "q3-01: the key is 14.0, but its computation gives 13.03"),
            Arguments.of("value: 14\n", "value: 14.002\n", Kind.KEY, 19, "but its computation gives 14.0"),
            Arguments.of("value: 0.01568627451", "value: 0.0157", Kind.KEY, 89,
                    "q3-05: the check says 0.0157, but the expression gives 0.01568"),
            Arguments.of("(hi - lo)/255\n", "(hi - lo)/255/(1 + 0*log(hi-0.5))\n", Kind.KEY, 85,
                    "narrow the ranges"),
            Arguments.of("answer: \"28\"", "answer: 14000 MB", Kind.MISTAKE, 24,
                    "q3-01: the wrong answer '14000 MB' gets full marks"),
            Arguments.of("answer: \"28\"", "answer: '28 …'", Kind.MISTAKE, 24,
                    "q3-01: the wrong answer '28 …' cannot be read"),
            Arguments.of("  - answer: A\n", "  - answer: B\n", Kind.MISTAKE, 43,
                    "q3-02: the wrong answer 'B' gets full marks"),
            Arguments.of("(hi - lo)/256", "(hi - lo)*2/510", Kind.MISTAKE, 91,
                    "q3-05: the wrong answer '(hi - lo)*2/510' gets full marks"),
            Arguments.of("of a 7B model?", "of a 7B model, 14 GB?", Kind.PROMPT, 14,
                    "q3-01: the prompt gives the answer away: '14'"),
            Arguments.of("的 FP16 权重占", "的１４ＧＢ权重占", Kind.PROMPT, 13, "'14'"),
            Arguments.of("Which rounding has no bias?", "Which rounding, such as half to even, has no bias?",
                    Kind.PROMPT, 35, "q3-02: the prompt gives the answer away: 'half to even'"),
            Arguments.of("量化为什么更快？", "搬运的字节更少，为什么更快？", Kind.PROMPT, 52, "'搬运的字节更少'"),
            Arguments.of("The steps of a quantization.", "The steps of a quantization, B → C → A.",
                    Kind.PROMPT, 68, "'B → C → A'"),
            Arguments.of("The steps of a quantization.", "Divide by the step, round, then clamp.",
                    Kind.PROMPT, 68, "'divide by the step, round, then clamp'"),
            Arguments.of("in 8 bits?", "in 8 bits, if not (hi−lo) / 255?", Kind.PROMPT, 83, "(hi - lo)/255"),
            Arguments.of("What makes outliers hard?", "They stretch the step. What else makes outliers hard?",
                    Kind.PROMPT, 101, "'they stretch the step'"),
            Arguments.of("哪种舍入没有系统偏差？", "哪种舍入没有系统偏差？答案：乙", Kind.PROMPT, 34, "'答案'"),
            Arguments.of("Which rounding has no bias?", "'Which has no bias? (answer: it is even)'",
                    Kind.PROMPT, 35, "'answer: it'"),
            Arguments.of("  ref: a textbook", "  prompt-may-show: ['14']\n  ref: a textbook", Kind.PROMPT, 26,
                    "q3-01: '14' gives nothing away; remove it"));

    @ParameterizedTest
    @FieldSource("UNSOUND")
    void what_does_not_hold_is_told_by_line(
            String text,
            String replacement,
            Kind kind,
            long line,
            String detail) throws IOException {
        var failed = failed(chapters.with(text, replacement).bank());

        assertThat(failed).singleElement().satisfies(claim -> {
            assertThat(claim.kind()).isEqualTo(kind);
            assertThat(claim.line()).isEqualTo(line);
            assertThat(claim.detail()).contains(detail);
        });
    }

    @Test
    void a_sound_bank_is_proven() {
        var claims = certify(chapters.bank());

        assertThat(claims).allMatch(Claim::holds)
                .extracting(Claim::kind)
                .contains(Kind.READING, Kind.COVERAGE, Kind.KEY, Kind.ANSWER, Kind.MISTAKE, Kind.PROMPT);
    }

    @Test
    void a_value_that_a_prompt_must_name_can_be_allowed() throws IOException {
        chapters.with("of a 7B model?", "of a 7B model (not 14)?")
                .with("  ref: a textbook", "  prompt-may-show: ['14']\n  ref: a textbook");

        assertThat(failed(chapters.bank())).isEmpty();
    }

    @Test
    void a_prompt_may_name_all_options() throws IOException {
        chapters.with("Which rounding has no bias?", "Which has no bias, down, half to even or up?");

        assertThat(failed(chapters.bank())).isEmpty();
    }

    private static List<Claim> failed(QuestionBank bank) {
        return certify(bank).stream().filter(claim -> !claim.holds()).toList();
    }

    private static List<Claim> certify(QuestionBank bank) {
        return new QuestionCertifier(new LocalEvaluator()).certify(bank, 1);
    }
}
