package touchstone.judge.score;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.judge.authoring.RubricDimension.INNOVATION;
import static touchstone.judge.authoring.RubricDimension.PRACTICE;
import static touchstone.judge.authoring.RubricDimension.SYSTEMS;
import static touchstone.judge.authoring.RubricDimension.THEORY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;

class ScoreTest {
    private static final Map<RubricDimension, Integer> RUBRIC = Map.of(THEORY, 15, PRACTICE, 85, SYSTEMS, 0);
    private static final int ROUNDS = 500;

    @Test
    void a_marked_test_counts_for_its_dimension_alone_and_the_others_for_all() {
        var score = Score.of(RUBRIC,
                List.of(test(20, true, THEORY), test(30, false, PRACTICE), test(50, true, null)));

        assertThat(score.dimensions()).containsExactly(Map.entry(THEORY, 1.0),
                Map.entry(PRACTICE, 50 / 80.0));
        assertThat(score.points()).isEqualTo(70);
        assertThat(score.total()).isEqualTo(0.7);
    }

    @Test
    void a_dimension_without_a_test_is_not_assessed_rather_than_zero() {
        assertThat(Score.of(RUBRIC, List.of(test(100, true, THEORY))).dimensions()).containsOnlyKeys(THEORY);
    }

    @Test
    void a_dimension_without_a_share_is_absent() {
        assertThat(
                Score.of(RUBRIC, List.of(test(100, true, INNOVATION), test(1, true, SYSTEMS))).dimensions())
                .isEmpty();
    }

    @Test
    void a_submission_that_never_ran_earns_nothing_of_a_hundred() {
        var score = Score.of(RUBRIC, List.of());

        assertThat(score.total()).isZero();
        assertThat(score.maxPoints()).isEqualTo(100);
        assertThat(score.dimensions()).containsOnly(Map.entry(THEORY, 0.0), Map.entry(PRACTICE, 0.0));
    }

    @Test
    void everything_lies_between_nothing_and_all() {
        forRandomSuites(tests -> {
            var score = Score.of(RUBRIC, tests);
            assertThat(score.total()).isBetween(0.0, 1.0);
            assertThat(score.dimensions().values())
                    .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
        });
    }

    @Test
    void passing_one_more_test_lowers_nothing() {
        forRandomSuites(tests -> {
            var before = Score.of(RUBRIC, tests);
            for (int i = 0; i < tests.size(); i++) {
                var better = new ArrayList<>(tests);
                better.set(i, test(tests.get(i).maxPoints(), true, tests.get(i).dimension().orElse(null)));
                var after = Score.of(RUBRIC, better);
                assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
                before.dimensions()
                        .forEach((dimension, value) -> assertThat(after.dimensions().get(dimension))
                                .isGreaterThanOrEqualTo(value));
            }
        });
    }

    @Test
    void the_order_of_tests_changes_nothing() {
        forRandomSuites(tests -> {
            var shuffled = new ArrayList<>(tests);
            Collections.shuffle(shuffled, new Random(7));
            assertThat(Score.of(RUBRIC, shuffled)).isEqualTo(Score.of(RUBRIC, tests));
        });
    }

    private static void forRandomSuites(Consumer<List<TestResult>> property) {
        var random = new Random(20260101);
        for (int round = 0; round < ROUNDS; round++) {
            var tests = new ArrayList<TestResult>();
            int size = random.nextInt(12);
            for (int i = 0; i < size; i++) {
                int mark = random.nextInt(8);
                tests.add(test(random.nextInt(31), random.nextBoolean(),
                        mark < 4 ? List.of(RubricDimension.values()).get(mark) : null));
            }
            property.accept(tests);
        }
    }

    private static TestResult test(int points, boolean passed, @Nullable RubricDimension dimension) {
        return new TestResult("a_test", "ties", Optional.ofNullable(dimension), false, points,
                passed ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER, "", null, null, null, "", Duration.ZERO);
    }
}
