package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.RandomInterview;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;

class StandingJsonTest {
    /// At least one of each kind.
    @SuppressWarnings("unused") // read by reflection
    static final List<Standing> STANDINGS = List.of(
            new Standing.Judged(Verdict.WRONG_ANSWER,
                    new Score(65, 100,
                            Map.of(RubricDimension.THEORY, 0.1 + 0.2, RubricDimension.SYSTEMS, 1.0))),
            new Standing.Judged(Verdict.COMPILE_ERROR, new Score(0, 100, Map.of())),
            new Standing.Marked(Fraction.of(3, 4), "280 GB"),
            new Standing.Marked(Fraction.of(0.12345678912345678), "A, C"), new Standing.NoAnswer(),
            new Standing.Unreadable(Hint.at(3, "number.comma", "1,000", 7, 'x'), "1,000\n\u202e\u0000\ud800"),
            new Standing.Unreadable(Hint.at(0, "choice.none"), ""),
            new Standing.WaitingForReview("步长变大 $\\Delta$ \"so\"",
                    List.of(new Key.KeyPoint(new Text("步长", "step"), 6),
                            new Key.KeyPoint(new Text("误差", "error"), 4))),
            new Standing.WaitingForReview("", List.of()), new Standing.JudgeError("no worker"),
            new Standing.Pending(true), new Standing.Missing());

    @ParameterizedTest
    @FieldSource("STANDINGS")
    void what_is_read_equals_what_was_written(Standing standing) {
        assertThat(StandingJson.read(StandingJson.write(standing))).isEqualTo(standing);
    }

    @Test
    void every_kind_is_written() {
        assertThat(STANDINGS.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Standing.class.getPermittedSubclasses());
    }

    @Test
    void random_interviews_come_back_as_they_were() {
        var random = new Random(7);
        var standings = new ArrayList<Standing>();
        while (standings.size() < 500) {
            RandomInterview.draw(random).evidence().stream().map(Evidence::standing).forEach(standings::add);
        }
        assertThat(standings)
                .allSatisfy(each -> assertThat(StandingJson.read(StandingJson.write(each))).isEqualTo(each));
    }

    @Test
    void no_character_needs_more_than_a_plain_line_of_text() {
        var json = StandingJson.write(new Standing.Marked(Fraction.ONE, "a\n\u0000\ud800\u202e中"));

        assertThat(json).contains("中").doesNotContain("\n", "\u0000", "\ud800", "\u202e");
    }

    @Test
    void fields_of_a_later_version_do_not_matter() {
        var json = """
            {"version": 2, "standing": "marked", "fraction": "6/8", "understood": "A", "by": {"x": [1]}}""";

        assertThat(StandingJson.read(json)).isEqualTo(new Standing.Marked(Fraction.of(3, 4), "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"standing\": \"guessed\"}", "{\"standing\": 1}",
            "{\"standing\": \"marked\", \"fraction\": \"3\", \"understood\": \"\"}",
            "{\"standing\": \"marked\", \"fraction\": \"4/3\", \"understood\": \"\"}",
            "{\"standing\": \"marked\", \"fraction\": 0.75, \"understood\": \"\"}",
            "{\"standing\": \"judged\", \"verdict\": \"JUDGE_ERROR\", "
                    + "\"score\": {\"points\": 0, \"maxPoints\": 1, \"dimensions\": {}}}",
            "{\"standing\": \"judged\", \"verdict\": \"FINE\", \"score\": {}}",
            "{\"standing\": \"waitingForReview\", \"answer\": \"\", \"keyPoints\": [1]}"})
    void what_nobody_wrote_is_refused(String json) {
        assertThatThrownBy(() -> StandingJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refusal_names_the_place() {
        var json = StandingJson.write(STANDINGS.get(7)).replace("\"en\":\"error\"", "\"en\":3");

        assertThatThrownBy(() -> StandingJson.read(json)).hasMessageContaining("keyPoints[1].text.en");
    }
}
