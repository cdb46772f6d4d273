package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

class HintsTest {
    @ParameterizedTest
    @EnumSource
    void every_fault_and_no_other_has_a_sentence(Language language) {
        var keys = Arrays.stream(Fault.values()).map(Fault::key);

        assertThat(Words.of(Marks.HINTS, language).bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(keys.toList());
    }

    @Test
    void a_hint_says_what_to_write_instead() {
        var hint = hint("280 Gb");

        assertThat(hint.column()).isEqualTo(5);
        assertThat(Marks.said(hint, Language.EN)).isEqualTo("“Gb” can mean GB or Gbit. Write which.");
        assertThat(Marks.said(hint, Language.ZH)).isEqualTo("“Gb”可以理解为 GB，也可以理解为 Gbit，请写明是哪一个。");
    }

    @Test
    void what_is_quoted_is_cut() {
        assertThat(Marks.said(hint("280 " + "x".repeat(100)), Language.EN))
                .contains("“" + "x".repeat(20) + "…”");
    }

    @Test
    void braces_and_apostrophes_of_an_answer_are_left_alone() {
        assertThat(Marks.said(hint("280 it's {0}"), Language.EN)).contains("second number");
        assertThat(Marks.said(hint("280 it's {}"), Language.EN)).contains("“it's {}”");
    }

    /// A sentence that ignores an argument, or wants one more, differs from its neighbour in `WordsTest` only if
    /// both languages do not make the same mistake.
    @Test
    void no_argument_is_left_out() {
        var answers = Stream.of("280 Gb", "280 kg", "280 furlongs", "1,5", ">280");

        assertThat(answers.map(HintsTest::hint)).allSatisfy(hint -> {
            assertThat(hint.arguments()).isNotEmpty();
            assertThat(Marks.said(hint, Language.EN)).doesNotContain("{")
                    .contains(hint.arguments().stream().map(Object::toString).toList());
        });
    }

    private static Hint hint(String answer) {
        var mark = Marks.MARKER.mark(Questions.inUnit("GB"), answer, 1);
        return ((Mark.Unreadable) mark).hint();
    }
}
