package touchstone.judge.batch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.batch.report.Comparison.Turn;
import touchstone.judge.batch.report.Graded.Mark;
import touchstone.judge.interview.Fraction;
import touchstone.judge.run.Verdict;

/// Against values computed by hand.
class ComparisonTest {
    private static Graded graded(String id, String total, Verdict verdict) {
        var dimensions = new EnumMap<RubricDimension, Optional<Fraction>>(RubricDimension.class);
        var score = Optional.of(total).filter(one -> !one.isEmpty()).map(Fraction::parse);
        dimensions.put(RubricDimension.THEORY, score);
        return new Graded(id, id, score, Optional.empty(), dimensions,
                Map.of("rope", new Mark(Optional.of(verdict), score)));
    }

    @Test
    void tells_who_changes_by_how_much_and_which_verdicts_turn() {
        var before = List.of(graded("a", "1/2", Verdict.WRONG_ANSWER), graded("b", "1/1", Verdict.ACCEPTED),
                graded("c", "1/4", Verdict.WRONG_ANSWER), graded("gone", "1/1", Verdict.ACCEPTED));
        var after = List.of(graded("a", "1/1", Verdict.ACCEPTED), graded("b", "1/1", Verdict.ACCEPTED),
                graded("c", "0/1", Verdict.COMPILE_ERROR), graded("new", "1/1", Verdict.ACCEPTED));
        var comparison = Comparison.of(before, after);

        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.changes()).extracting(change -> change.after().id()).containsExactly("a", "c");
        assertThat(comparison.differences()).containsExactly(50.0, -25.0, 0.0);
        assertThat(comparison.turns()).containsExactly(
                Map.entry(new Turn("rope", Verdict.WRONG_ANSWER, Verdict.ACCEPTED), 1),
                Map.entry(new Turn("rope", Verdict.WRONG_ANSWER, Verdict.COMPILE_ERROR), 1));
        assertThat(comparison.shifts()).hasEntrySatisfying(RubricDimension.THEORY, theory -> {
            assertThat(theory.compared()).isEqualTo(3);
            assertThat(theory.changed()).isEqualTo(2);
            assertThat(theory.mean()).isCloseTo(25.0 / 3, within(1e-9));
            assertThat(theory.lowest()).isEqualTo(-25.0);
        });
        assertThat(comparison.appeared()).extracting(Graded::id).containsExactly("new");
        assertThat(comparison.vanished()).extracting(Graded::id).containsExactly("gone");
    }

    @Test
    void a_total_that_comes_or_goes_is_a_change_without_a_difference() {
        var comparison = Comparison.of(List.of(graded("a", "", Verdict.ACCEPTED)),
                List.of(graded("a", "1/2", Verdict.ACCEPTED)));
        assertThat(comparison.changes()).hasSize(1);
        assertThat(comparison.changes().getFirst().difference()).isEmpty();
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void the_same_twice_changes_nothing() {
        var same = List.of(graded("a", "1/3", Verdict.WRONG_ANSWER));
        assertThat(Comparison.of(same, same).changes()).isEmpty();
        assertThat(Comparison.of(same, same).differences()).containsExactly(0.0);
    }
}
