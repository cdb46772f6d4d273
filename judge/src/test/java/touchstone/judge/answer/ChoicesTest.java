package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people write letters of options, and what is made of it.
class ChoicesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        B               | right B
        b               | right B
        Ｂ              | right B
        B.              | right B
        B。             | right B
        (B)             | right B
        （B）           | right B
        Ⓑ               | right B
        "B"             | right B
        选B             | right B
        我选 B          | right B
        选项B           | right B
        答案：B         | right B
        正确答案是 B。  | right B
        option B        | right B
        The answer is B | right B
        В               | right B
        B, B            | right B
        A               | wrong A
        E               | choice.letter at 1
        choose E        | choice.letter at 8
        A, C            | choice.several at 4
        AC              | choice.several at 2
        A or B          | choice.character at 3
        not B           | choice.character at 1
        不选B           | choice.character at 1
        A或B            | choice.character at 2
        2               | choice.character at 1
        B?              | choice.character at 2
        选              | choice.none at 0
        ...             | choice.none at 0
        """)
    void one_letter_is_understood(String answer, String expected) {
        assertThat(Marks.line(Marks.MARKER.mark(Questions.single("B"), answer, 1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        A, C         | right A, C
        C A          | right A, C
        AC           | right A, C
        a c          | right A, C
        A、C         | right A, C
        Ａ，Ｃ       | right A, C
        A和C         | right A, C
        A 与 C       | right A, C
        A and C      | right A, C
        A；C         | right A, C
        A; C;        | right A, C
        A/C          | right A, C
        A + C        | right A, C
        A & C        | right A, C
        [A, C]       | right A, C
        选 A、C      | right A, C
        A, A, C      | right A, C
        A            | 0.5 A
        A, C, B      | 0.6666666666666666 A, B, C
        A, B         | 0.16666666666666666 A, B
        B, D, E      | wrong B, D, E
        ABCDE        | wrong A, B, C, D, E
        A-C          | choice.character at 2
        A~C          | choice.character at 2
        A, F         | choice.letter at 4
        A, C except B | choice.character at 6
        都不选       | choice.character at 1
        """)
    void several_letters_are_understood(String answer, String expected) {
        var question = Questions.multiple("ABCDE", "AC");

        assertThat(Marks.line(Marks.MARKER.mark(question, answer, 1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        BDAC          | right B, D, A, C
        bdac          | right B, D, A, C
        B > D > A > C | right B, D, A, C
        B＞D＞A＞C    | right B, D, A, C
        B→D→A→C       | right B, D, A, C
        B->D->A->C    | right B, D, A, C
        B => D => A => C | right B, D, A, C
        B,D,A,C       | right B, D, A, C
        B-D-A-C       | right B, D, A, C
        B—D—A—C       | right B, D, A, C
        B、D、A、C    | right B, D, A, C
        B，然后D，再A，最后C | right B, D, A, C
        1. B 2. D 3. A 4. C | right B, D, A, C
        1) B; 2) D; 3) A; 4) C | right B, D, A, C
        ①B②D③A④C    | right B, D, A, C
        DBAC          | 0.8333333333333334 D, B, A, C
        CADB          | wrong C, A, D, B
        B < D < A < C | choice.character at 3
        2. D 1. B     | choice.numbering at 1
        B1 D2 A3 C4   | choice.numbering at 2
        BDA           | choice.missing at 0
        BDAB          | choice.twice at 4
        BDAE          | choice.letter at 4
        """)
    void an_order_is_understood(String answer, String expected) {
        assertThat(Marks.line(Marks.MARKER.mark(Questions.ordering("BDAC"), answer, 1))).isEqualTo(expected);
    }

    @Test
    void numbered_lines_are_an_order() {
        var answer = "1. B\n2. D\r\n3. A\n4. C\n";

        assertThat(Marks.line(Marks.MARKER.mark(Questions.ordering("BDAC"), answer, 1)))
                .isEqualTo("right B, D, A, C");
    }

    @Test
    void what_is_missing_is_named() {
        var mark = Marks.MARKER.mark(Questions.ordering("BDAC"), "D, B", 1);

        assertThat(mark).isInstanceOfSatisfying(Mark.Unreadable.class,
                unreadable -> assertThat(unreadable.hint().arguments()).containsExactly("A, C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "　　", "\u200b\u200d\ufeff", "\u00a0\u2009", "\u2060\u00ad",
            "\u3164", "\0"})
    void what_nobody_can_see_is_no_answer(String answer) {
        assertThat(Marks.line(Marks.MARKER.mark(Questions.single("B"), answer, 1))).isEqualTo("no answer");
        assertThat(Marks.line(Marks.MARKER.mark(Questions.inUnit("GB"), answer, 1))).isEqualTo("no answer");
        assertThat(Marks.line(Marks.MARKER.mark(Questions.open(), answer, 1))).isEqualTo("no answer");
    }

    @Test
    void words_wait_for_people() {
        assertThat(Marks.MARKER.mark(Questions.open(), "KV cache", 1)).isEqualTo(new Mark.WaitingForReview());
    }
}
