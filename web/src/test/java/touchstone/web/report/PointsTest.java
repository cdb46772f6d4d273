package touchstone.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.interview.Fraction;

class PointsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7.5|3/4", "7,5|3/4", " 10 |1/1", "0|0/1", "75 %|3/4", "75%|3/4",
            "７．５|3/4", "７５％|3/4", "0.05|1/200", "33.33%|3333/10000"})
    void points_and_percent_are_read(String typed, String fraction) {
        assertThat(Points.read(typed, 10)).contains(Fraction.parse(fraction));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "10.01", "11", "-1", "101%", "7.555", "1e1", "7.5/10", "٥",
            "9999999999"})
    void what_is_no_score_or_too_much_is_nothing(String typed) {
        assertThat(Points.read(typed, 10)).isEmpty();
    }

    @Test
    void an_exercise_has_a_hundred_points() {
        assertThat(Points.read("10.01", 100)).contains(Fraction.of(1001, 10_000));
    }
}
