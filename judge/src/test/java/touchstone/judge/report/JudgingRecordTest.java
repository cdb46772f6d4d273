package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.Judgement;
import touchstone.judge.Toys;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;
import touchstone.judge.text.Language;

class JudgingRecordTest {
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void what_is_read_equals_what_was_written(Verdict verdict) {
        var judging = JudgingRecord.of(Judgements.of(verdict));

        assertThat(JudgingRecord.parse(judging.json())).isEqualTo(judging);
    }

    @Test
    void whatever_a_submission_says_comes_back() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var text = random.ints(40, 0, 1 << 16)
                    .mapToObj(unit -> String.valueOf((char) unit))
                    .collect(Collectors.joining());
            var judging = JudgingRecord.of(saying(text));
            assertThat(JudgingRecord.parse(judging.json())).isEqualTo(judging);
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void candidates_see_the_same_of_what_was_kept(Verdict verdict) {
        Judgement judgement = Judgements.of(verdict);
        var kept = JudgingRecord.parse(JudgingRecord.of(judgement).json());

        assertThat(CandidateView.of(kept, judgement.submission())).isEqualTo(CandidateView.of(judgement));
    }

    @Test
    void nothing_of_a_hidden_test_is_in_a_kept_view() {
        var judgement = saying("secret");
        var view = CandidateView.of(JudgingRecord.parse(JudgingRecord.of(judgement).json()),
                judgement.submission());

        assertThat(JsonReport.of(view)).contains("ties").doesNotContain("secret", "hidden_test", "millis");
    }

    /// It is for operators: paths, limits of the machine, what the suite could not do.
    @Test
    void what_was_in_our_way_is_in_no_view() {
        var ours = "no box: /var/lib/touchstone is not mounted";
        var judgement = Judgements.judged(Verdict.JUDGE_ERROR, ours,
                Stream.of(true, false)
                        .map(sample -> new TestResult("test", "ties", Optional.empty(), sample, 50,
                                Verdict.JUDGE_ERROR, ours, ours, ours, ours, ours, Duration.ZERO))
                        .toList());
        var view = CandidateView.of(judgement);
        var english = new TextReport(TextReport.words(Language.EN), Style.PLAIN).of(view);

        assertThat(JsonReport.of(view)).contains("JUDGE_ERROR", "\"score\" : null").doesNotContain("no box");
        assertThat(english).contains("our fault", "costs no points").doesNotContain("no box");
    }

    @Test
    void a_view_is_of_the_submission_that_was_judged() {
        var other = Submissions.of("Solution.java", "class Other {}".getBytes(StandardCharsets.UTF_8));
        var judging = JudgingRecord.of(Judgements.of(Verdict.ACCEPTED));

        assertThatThrownBy(() -> CandidateView.of(judging, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_the_first_version_kept_is_read_for_ever() {
        var kept = Toys.text(Path.of("src/test/resources/touchstone/judge/report/kept/judging-1.json"));

        assertThat(JudgingRecord.parse(kept))
                .isEqualTo(JudgingRecord.of(Judgements.of(Verdict.WRONG_ANSWER)));
    }

    @Test
    void fields_of_a_later_version_do_not_matter() {
        var judging = JudgingRecord.of(Judgements.of(Verdict.COMPILE_ERROR));
        var later = judging.json()
                .replace("\"version\":1", "\"version\":2,\"mood\":{\"a\":[1]}")
                .replace("\"severity\"", "\"tone\":null,\"severity\"");

        assertThat(later).contains("mood", "tone");
        assertThat(JudgingRecord.parse(later)).isEqualTo(judging);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"verdict\":\"ACCEPTED\"", "\"nanos\":", "\"seed\":", "\"score\":",
            "\"exerciseHash\":"})
    void what_lacks_a_field_is_refused_with_its_name(String field) {
        var json = JudgingRecord.of(Judgements.of(Verdict.ACCEPTED)).json();
        var without = json.replaceFirst(field, field.replaceFirst("\"", "\"no"));
        var name = field.replaceAll("\"([a-zA-Z]+).*", "$1");

        assertThatThrownBy(() -> JudgingRecord.parse(without)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private static Judgement saying(String text) {
        return Judgements.judged(Verdict.WRONG_ANSWER, text,
                List.of(new TestResult("hidden_test", "ties", Optional.of(RubricDimension.THEORY), false, 100,
                        Verdict.WRONG_ANSWER, text, text, text, null, text, Duration.ofNanos(1_234_567))));
    }
}
