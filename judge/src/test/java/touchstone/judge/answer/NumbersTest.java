package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// How people write numbers, and what is made of it: a unit that is asked for (`-` for none), an answer, and
/// the mark or the hint with its column.
class NumbersTest {
    @ParameterizedTest
    @CsvFileSource(resources = {"quantities.csv", "digits.csv",
            "unreadable.csv"}, delimiter = '|', quoteCharacter = '§')
    void numbers_are_understood_or_pointed_at(String unit, String answer, String expected) {
        var question = Questions.inUnit(unit.equals("-") ? "" : unit);

        assertThat(Marks.line(Marks.MARKER.mark(question, answer, 1))).isEqualTo(expected);
    }
}
