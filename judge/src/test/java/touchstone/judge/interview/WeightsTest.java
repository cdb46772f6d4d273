package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Weights.Reading;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

class WeightsTest {
    @ParameterizedTest
    @ValueSource(strings = {"30,40,20,10", " 30, 40 ,20,10 ", "30，40，20，10", "30/40/20/10", "030,40,20,10"})
    void are_read_in_the_order_of_the_rubric(String text) {
        assertThat(Weights.parse(text)).isEqualTo(new Reading.Read(Weights.of(30, 40, 20, 10)));
    }

    @Test
    void may_be_zero() {
        assertThat(Weights.parse("100,0,0,0")).isEqualTo(new Reading.Read(Weights.of(100, 0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "30,40,30; 4 numbers separated by commas | here are 3", "30,40,20,10,; here are 5",
            "``; here are 0", "30,40,20,ten; 'ten' is no percentage", "30,40,20,-10; '-10' is no percentage",
            "30,40,,30; '' is no percentage", "30,40,20,10%; '10%' is no percentage",
            "30,40,20,9.5; '9.5' is no percentage", "30,40,20,1000; '1000' is no percentage",
            "30,40,20,11; add up to 101 | change them to add up to 100", "0,0,0,0; add up to 0"})
    void a_failure_says_what_to_write_instead(String text, String said) {
        assertThat(Weights.parse(text)).isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> {
            var hint = unreadable.hint();
            var words = Words.of("touchstone.judge.interview.hints", Language.EN);
            assertThat(words.say(hint.key(), hint.arguments().toArray())).contains(said.split(" \\| "));
        });
    }

    @Test
    void that_do_not_add_up_cannot_exist() {
        assertThatThrownBy(() -> Weights.of(30, 40, 20, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Weights.of(130, -30, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Weights(Map.of(RubricDimension.THEORY, 100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
