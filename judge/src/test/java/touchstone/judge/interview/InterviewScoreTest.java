package touchstone.judge.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchstone.judge.authoring.RubricDimension.INNOVATION;
import static touchstone.judge.authoring.RubricDimension.PRACTICE;
import static touchstone.judge.authoring.RubricDimension.SYSTEMS;
import static touchstone.judge.authoring.RubricDimension.THEORY;
import static touchstone.judge.interview.RandomInterview.NOON;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;

class InterviewScoreTest {
    private static final Weights OUTLINE = Weights.of(30, 40, 20, 10);

    private static final Evidence RIGHT = question("right", THEORY, 2, marked(1, 1));
    private static final Evidence HALF = question("half", THEORY, 3, marked(1, 2));
    private static final Evidence CODE = Evidence.of(
            new Item("code", Item.Kind.EXERCISE, text("code"), 12, Map.of(THEORY, 15, PRACTICE, 85), "v1"),
            new Standing.Judged(Verdict.WRONG_ANSWER, new Score(77, 100, Map.of(THEORY, 0.6, PRACTICE, 0.8))),
            NOON);
    private static final Evidence OPEN = question("open", SYSTEMS, 5,
            new Standing.WaitingForReview("because", RandomInterview.keyPoints()));
    private static final Evidence REVIEWED = OPEN.with(review("open", 1, 2));
    private static final Evidence SKIPPED = question("skipped", SYSTEMS, 3, new Standing.NoAnswer());

    /// By hand. Theory: right 100 % of 2 min, half 100 % of 3 min, code 15 % of 12 min, that is 2 + 3 + 1.8 = 6.8
    /// minutes, of which 2·1 + 3·½ + 1.8·0.6 = 4.58 are earned: 4.58/6.8 = 229/340 = 67.35 %.
    /// Practice: code alone, 0.8. Systems: 5 min with key points 4 + 3 of 10, and 3 min skipped: 3.5/8 = 7/16.
    /// Innovation: nothing, so the weights 30, 40, 20 stand for 90:
    /// (30·229/340 + 40·0.8 + 20·7/16) / 90 = (20.2059 + 32 + 8.75) / 90 = 60.9559 / 90 = 829/1224 = 67.73 %.
    @Test
    void an_interview_computed_by_hand() {
        var score = InterviewScore.of(OUTLINE, List.of(RIGHT, HALF, CODE, REVIEWED, SKIPPED));

        assertThat(score.dimensions()).extracting(dimension -> dimension.score().orElse(Fraction.of(7, 1)))
                .containsExactly(Fraction.of(229, 340), Fraction.of(4, 5), Fraction.of(7, 16),
                        Fraction.of(7, 1));
        assertThat(score.total()).contains(Fraction.of(829, 1224));
        assertThat(score.total().orElseThrow().times(100, 2)).hasToString("67.73");
        assertThat(score.leftOut()).extracting(DimensionScore::dimension).containsExactly(INNOVATION);
        assertThat(score.provisional()).isFalse();
        assertThat(score.range()).isEmpty();
        var theory = score.dimensions().getFirst();
        assertThat(theory.minutes()).isEqualTo(Fraction.of(68, 10));
        assertThat(theory.counted()).isEqualTo(3);
        assertThat(theory.shares()).extracting(share -> share.contribution().orElseThrow())
                .containsExactly(Fraction.of(200, 680), Fraction.of(150, 680), Fraction.of(108, 680));
    }

    /// The same before the review: systems is 0/3 so far, and between 0/8 and 5/8 in the end.
    @Test
    void a_waiting_answer_does_not_count_and_makes_the_total_provisional() {
        var score = InterviewScore.of(OUTLINE, List.of(RIGHT, HALF, CODE, OPEN, SKIPPED));

        assertThat(score.provisional()).isTrue();
        assertThat(score.openMinutes()).isEqualTo(5);
        var others = Fraction.of(229, 340).times(30).plus(Fraction.of(32, 1));
        assertThat(score.total()).contains(others.dividedBy(90));
        assertThat(score.range()).contains(new InterviewScore.Range(others.dividedBy(90),
                others.plus(Fraction.of(5, 8).times(20)).dividedBy(90)));
    }

    @Test
    void our_fault_costs_nothing_and_is_open() {
        var failed = question("failed", PRACTICE, 30, new Standing.JudgeError("no box"));
        var score = InterviewScore.of(OUTLINE, List.of(RIGHT, failed));

        assertThat(score.total()).contains(Fraction.ONE);
        assertThat(score.range()).contains(new InterviewScore.Range(Fraction.of(30, 70), Fraction.ONE));
        assertThat(score.openMinutes()).isEqualTo(30);
    }

    @Test
    void a_missing_exercise_neither_counts_nor_waits() {
        var missing = Evidence.of(
                new Item("lost", Item.Kind.EXERCISE, new Text("lost", "lost"), 20, Map.of(), ""),
                new Standing.Missing(), NOON);
        var score = InterviewScore.of(OUTLINE, List.of(RIGHT, missing));

        assertThat(score.total()).contains(Fraction.ONE);
        assertThat(score.provisional()).isFalse();
    }

    @Test
    void no_answer_and_an_unreadable_one_are_zero_until_somebody_decides() {
        var unreadable = question("unreadable", THEORY, 2,
                new Standing.Unreadable(Hint.at(3, "unit"), "12 apples"));

        assertThat(total(RIGHT, unreadable)).isEqualTo(Fraction.of(1, 2));
        assertThat(total(RIGHT, RandomInterview.decided(unreadable, Fraction.ONE))).isEqualTo(Fraction.ONE);
        assertThat(total(question("skipped", THEORY, 2, new Standing.NoAnswer()))).isEqualTo(Fraction.ZERO);
    }

    @Test
    void nothing_assessed_is_no_total() {
        assertThat(InterviewScore.of(OUTLINE, List.of()).total()).isEmpty();
        var waiting = InterviewScore.of(OUTLINE, List.of(OPEN));
        assertThat(waiting.total()).isEmpty();
        assertThat(waiting.range()).contains(new InterviewScore.Range(Fraction.ZERO, Fraction.ONE));
    }

    @Test
    void evidence_for_weightless_dimensions_alone_is_no_total() {
        var score = InterviewScore.of(Weights.of(0, 100, 0, 0), List.of(RIGHT));

        assertThat(score.dimensions().getFirst().score()).contains(Fraction.ONE);
        assertThat(score.total()).isEmpty();
    }

    @Test
    void a_dimension_that_no_test_counts_for_is_no_evidence_even_when_overruled() {
        var practical = Evidence.of(CODE.item(),
                new Standing.Judged(Verdict.ACCEPTED, new Score(100, 100, Map.of(PRACTICE, 1.0))), NOON);

        assertThat(InterviewScore.of(OUTLINE, List.of(practical)).dimensions().getFirst().score()).isEmpty();
        assertThat(InterviewScore.of(OUTLINE, List.of(RandomInterview.decided(practical, Fraction.of(1, 2))))
                .dimensions()).extracting(dimension -> dimension.score().isPresent())
                .containsExactly(false, true, false, false);
    }

    @Test
    void an_overruling_comes_before_a_review_and_both_beside_the_machine() {
        var overruled = RandomInterview.decided(REVIEWED, Fraction.of(9, 10));

        assertThat(overruled.fraction()).contains(Fraction.of(9, 10));
        assertThat(overruled.reviewed()).contains(Fraction.of(7, 10));
        assertThat(overruled.byMachine()).isEmpty();
        var code = RandomInterview.decided(CODE, Fraction.ONE);
        assertThat(code.fraction(THEORY)).contains(Fraction.ONE);
        assertThat(code.byMachine(THEORY)).contains(Fraction.of(3, 5));
        assertThat(code.byMachine()).contains(Fraction.of(77, 100));
    }

    @Test
    void nobody_overrules_without_a_reason() {
        assertThatThrownBy(() -> new Overruling("code", Fraction.ONE, " ", "Li", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_people_say_stands_beside_the_item_it_is_about() {
        assertThatThrownBy(() -> CODE.with(new Overruling("right", Fraction.ONE, "good", "Li", NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPEN.with(review("open", 5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPEN.with(review("open", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RIGHT.with(review("right", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Fraction total(Evidence... evidence) {
        return InterviewScore.of(OUTLINE, List.of(evidence)).total().orElseThrow();
    }

    private static Evidence question(String id, RubricDimension dimension, int minutes, Standing standing) {
        return Evidence.of(
                new Item(id, Item.Kind.QUESTION, text(id), minutes, Map.of(dimension, 100), "v-" + id),
                standing, NOON);
    }

    private static Standing marked(int part, int whole) {
        return new Standing.Marked(Fraction.of(part, whole), "42");
    }

    private static Review review(String item, Integer... ticked) {
        return new Review(item, new TreeSet<>(List.of(ticked)), "", "Wang", NOON);
    }

    private static Text text(String id) {
        return new Text(id, id);
    }
}
