package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.question.Question;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;

/// Whatever is typed, nothing breaks, and every hint can be told and points into the answer.
class GarbageTest {
    private static final int CASES = 4_000;
    private static final List<Question> QUESTIONS = List.of(Questions.inUnit("GB"), Questions.inUnit(""),
            Questions.inUnit("Δ²"), Questions.inUnit("M"), Questions.single("B"),
            Questions.multiple("ABCDE", "AC"), Questions.ordering("BDAC"));
    /// Parts of numbers and choices get further into the readers than noise does.
    private static final List<String> PARTS = List.of("0", "1", "12", "280", "999", ".", ",", " ", "'", "_",
            "e", "E", "+", "-", "−", "×", "x", "*", "**", "^", "/", "½", "10", "¹¹", "⁻", "(", ")", "{", "}",
            "%", "GB", "Gb", "G", "b", "B", "bit", "万", "亿", "Δ²", "$", "≈", "约", "每秒", "百分之", "A", "C", "D",
            ">", "→", "和", "and", "not", "1.", "\n", "\0", "\u200b", "\ud800", "\udc00", "😀", "ﷺ", "\u0301",
            "０", "NaN", "0x", "∞", "\"", "\\", "{0}");

    @Test
    void noise_is_survived() {
        var random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            var noise = new StringBuilder();
            for (int length = random.nextInt(1, 30); length > 0; length--) {
                noise.appendCodePoint(
                        random.nextInt(random.nextBoolean() ? 0x250 : Character.MAX_CODE_POINT + 1));
            }
            survives(noise.toString());
        }
    }

    @Test
    void parts_of_answers_in_any_order_are_survived() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            var answer = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
                answer.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            survives(answer.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9,", "1 ", "1_", "1/", "1^", "10^400*", "(", ".", "-", "e9", "A", "A>", "½",
            "ﷺ", "\u200b", " ", "\t", "约", "万", "$", "=", "0x", "1e", "'", "\ud800", "a b "})
    @Timeout(20)
    void length_is_survived(String part) {
        for (int length : List.of(1, 50, 199, 200, 201, 100_000)) {
            var text = part.repeat(1 + length / part.length());
            survives(text.substring(0, length));
        }
    }

    @Test
    void answers_of_any_length_are_marked_at_the_limit_and_refused_beyond() {
        var question = Questions.inUnit("GB");

        assertThat(Marks.line(Marks.MARKER.mark(question, "280." + "0".repeat(196), 1)))
                .isEqualTo("right 280 GB");
        assertThat(Marks.line(Marks.MARKER.mark(question, "280." + "0".repeat(197), 1)))
                .isEqualTo("answer.long at 0");
    }

    private static void survives(String answer) {
        for (var question : QUESTIONS) {
            switch (Marks.MARKER.mark(question, answer, 1)) {
                case Mark.Marked marked -> assertThat(marked.understood()).isNotEmpty();
                case Mark.NoAnswer() -> assertThat(Typed.blank(answer)).isTrue();
                case Mark.Unreadable(Hint hint) -> {
                    assertThat(hint.column()).isBetween(0, answer.length() + 1);
                    assertThat(Marks.said(hint, Language.ZH)).isNotBlank().hasSizeLessThan(200);
                }
                case Mark.WaitingForReview waiting -> throw new AssertionError(waiting + " for " + answer);
            }
        }
    }
}
