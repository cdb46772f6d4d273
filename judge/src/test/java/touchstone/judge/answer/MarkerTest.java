package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;

/// Formulas from text to mark. What the test itself wrote needs no box.
class MarkerTest {
    private final Evaluator local = new LocalEvaluator();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        (hi-lo)/255                        | 1
        (hi - lo) / (2^8 - 1)              | 1
        hi/255 - lo/255                    | 1
        -(lo-hi)/255                       | 1
        exp(ln(hi-lo) - ln(255))           | 1
        （hi−lo）÷255                      | 1
        (hi-lo)/256                        | 0
        max(abs(lo), abs(hi))/127          | 0
        (hi-lo)/255 + 1e-7                 | 0
        1/(lo-lo)                          | 0
        """)
    void formulas_are_compared_by_their_values(String answer, double fraction) {
        assertThat(new Marker(local, local).mark(stepSize(), answer, 7)).as(answer)
                .isInstanceOfSatisfying(Mark.Marked.class,
                        marked -> assertThat(marked.fraction()).isEqualTo(fraction));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', value = {"(hi-lo", "(hi-lo)/steps", "2hi", "hi; lo",
            "hi ="})
    void what_is_no_expression_is_unreadable(String answer) {
        assertThat(new Marker(local, local).mark(stepSize(), answer, 7)).as(answer)
                .isInstanceOf(Mark.Unreadable.class);
    }

    @Test
    void nothing_is_no_answer() {
        assertThat(new Marker(local, local).mark(stepSize(), "　\n", 7)).isEqualTo(new Mark.NoAnswer());
    }

    private static Question stepSize() {
        var variables = new LinkedHashMap<String, Key.Range>();
        variables.put("lo", new Key.Range(-8, -0.5));
        variables.put("hi", new Key.Range(0.5, 8));
        var check = new Key.Check(Map.of("lo", -1.0, "hi", 3.0), 0.01568627451);
        return Questions
                .with(new Key.Formula(variables, "(hi-lo)/255", new Key.Tolerance(1e-6, 0), List.of(check)));
    }
}
