package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @Test
    void points_that_became_a_double_are_points_again() {
        for (int whole = 1; whole <= 300; whole++) {
            for (int part = 0; part <= whole; part++) {
                assertThat(Fraction.of((double) part / whole)).isEqualTo(Fraction.of(part, whole));
            }
        }
    }

    @Test
    void any_other_double_stays_exactly_what_it_is() {
        var random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            double value = random.nextDouble();
            assertThat(Fraction.of(value).value()).isEqualTo(value);
        }
        assertThat(Fraction.of(Double.MIN_VALUE)).isGreaterThan(Fraction.ZERO);
        assertThat(Fraction.of(Math.nextDown(1.0))).isLessThan(Fraction.ONE);
    }

    @Test
    void larger_doubles_are_larger_fractions() {
        var random = new Random(12);
        for (int round = 0; round < 1000; round++) {
            double value = (double) random.nextInt(1, 999) / 1000;
            assertThat(Fraction.of(value)).isLessThan(Fraction.of(Math.nextUp(value)))
                    .isGreaterThan(Fraction.of(Math.nextDown(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void what_is_no_fraction_is_refused(double value) {
        assertThatThrownBy(() -> Fraction.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_in_lowest_terms() {
        assertThat(Fraction.of(6, 8)).isEqualTo(Fraction.of(3, 4)).hasToString("3/4");
        assertThat(Fraction.of(0, 8)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(-0.0)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void sums_are_exact_where_sums_of_doubles_are_not() {
        var tenth = Fraction.of(0.1);

        assertThat(tenth.plus(Fraction.of(0.2))).isEqualTo(Fraction.of(0.3));
        assertThat(tenth.times(10)).isEqualTo(Fraction.ONE);
        assertThat(Fraction.ONE.dividedBy(3).plus(Fraction.of(2, 3))).isEqualTo(Fraction.ONE);
    }

    @Test
    void is_rounded_half_up_for_people() {
        assertThat(Fraction.of(2, 3).times(100, 1)).hasToString("66.7");
        assertThat(Fraction.of(1, 80).times(100, 1)).hasToString("1.3");
        assertThat(Fraction.ONE.times(100, 1)).hasToString("100.0");
    }
}
