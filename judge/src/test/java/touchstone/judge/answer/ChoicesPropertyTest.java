package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import touchstone.judge.question.Question;

class ChoicesPropertyTest {
    private static final int CASES = 3000;
    private static final String LETTERS = "ABCDEFGH";

    private final Random random = new Random(1);

    @Test
    void a_further_right_tick_never_lowers_and_a_further_wrong_one_never_raises() {
        for (int i = 0; i < CASES; i++) {
            var options = LETTERS.substring(0, random.nextInt(2, LETTERS.length() + 1));
            var right = some(options, options.length() - 1);
            var question = Questions.multiple(options, right);
            var ticked = some(options, options.length());
            var more = options.substring(random.nextInt(options.length())).substring(0, 1);
            double before = fraction(question, ticked);
            double after = fraction(question, ticked + more);

            assertThat(before).isBetween(0.0, 1.0);
            if (right.contains(more)) {
                assertThat(after).isGreaterThanOrEqualTo(before);
            } else {
                assertThat(after).isLessThanOrEqualTo(before);
            }
        }
    }

    @Test
    void only_what_is_right_earns_all_and_everything_earns_nothing() {
        for (int i = 0; i < CASES; i++) {
            var options = LETTERS.substring(0, random.nextInt(2, LETTERS.length() + 1));
            var right = some(options, options.length() - 1);
            var question = Questions.multiple(options, right);
            var ticked = some(options, options.length());

            assertThat(fraction(question, options)).isEqualTo(0);
            assertThat(fraction(question, right)).isEqualTo(1);
            assertThat(fraction(question, ticked) == 1).isEqualTo(sorted(ticked).equals(sorted(right)));
        }
    }

    @Test
    void an_order_earns_all_its_reverse_nothing() {
        for (int i = 0; i < CASES; i++) {
            var right = shuffled(LETTERS.substring(0, random.nextInt(2, LETTERS.length() + 1)));
            var question = Questions.ordering(right);
            var given = shuffled(right);

            assertThat(fraction(question, right)).isEqualTo(1);
            assertThat(fraction(question, new StringBuilder(right).reverse().toString())).isEqualTo(0);
            assertThat(fraction(question, given)).isBetween(0.0, 1.0);
            assertThat(fraction(question, given) == 1).isEqualTo(given.equals(right));
        }
    }

    @Test
    void swapping_neighbours_that_stood_right_costs_one_pair() {
        for (int i = 0; i < CASES; i++) {
            var right = shuffled(LETTERS.substring(0, random.nextInt(2, LETTERS.length() + 1)));
            var question = Questions.ordering(right);
            var given = shuffled(right);
            int at = random.nextInt(given.length() - 1);
            var swapped = given.substring(0, at) + given.charAt(at + 1) + given.charAt(at)
                    + given.substring(at + 2);
            double pair = 2.0 / (right.length() * (right.length() - 1));
            var stoodRight = right.indexOf(given.charAt(at)) < right.indexOf(given.charAt(at + 1));

            assertThat(fraction(question, swapped) - fraction(question, given))
                    .isCloseTo(stoodRight ? -pair : pair, within(1e-12));
        }
    }

    @Test
    void how_ticks_are_written_does_not_matter() {
        for (int i = 0; i < CASES; i++) {
            var options = LETTERS.substring(0, random.nextInt(2, LETTERS.length() + 1));
            var question = Questions.multiple(options, some(options, options.length() - 1));
            var ticked = some(options, options.length());
            var separator = List.of("", " ", ", ", "、", "；", "和", " and ", "\n", "\u3000")
                    .get(random.nextInt(9));
            var written = String.join(separator, shuffled(ticked).split(""));
            var cased = random.nextBoolean() ? written : written.toLowerCase(Locale.ROOT);

            assertThat(Marks.MARKER.mark(question, cased, 1)).as(cased)
                    .isEqualTo(Marks.MARKER.mark(question, sorted(ticked), 1));
        }
    }

    private static double fraction(Question question, String answer) {
        return ((Mark.Marked) Marks.MARKER.mark(question, answer, 1)).fraction();
    }

    /// At least one of the letters.
    private String some(String letters, int atMost) {
        return shuffled(letters).substring(0, random.nextInt(1, atMost + 1));
    }

    private String shuffled(String letters) {
        var list = new ArrayList<>(List.of(letters.split("")));
        Collections.shuffle(list, random);
        return String.join("", list);
    }

    private static String sorted(String letters) {
        return String.join("", Arrays.stream(letters.split("")).sorted().toList());
    }
}
