package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.authoring.Draw;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.formula.Formula;
import touchstone.judge.question.Key;

class FormulaMarkingTest {
    private static final Key.Tolerance USUAL = new Key.Tolerance(1e-6, 0);
    private static final Formula KEY = formula("the key");
    private static final Formula GIVEN = formula("the answer");

    record Pair(
            String name,
            Key.Formula key,
            ToDoubleFunction<double[]> right,
            ToDoubleFunction<double[]> given) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pair> same() {
        return List.of(
                new Pair("(a²-b²) = (a-b)(a+b)", key("a", -2, 2, "b", -2, 2), v -> v[0] * v[0] - v[1] * v[1],
                        v -> (v[0] - v[1]) * (v[0] + v[1])),
                new Pair("(x-1)³ multiplied out, near 1", key("x", 0.999, 1.001),
                        v -> Math.pow(v[0] - 1, 3) + 1e-3,
                        v -> v[0] * v[0] * v[0] - 3 * v[0] * v[0] + 3 * v[0] - 1 + 1e-3),
                new Pair("1/(1+exp(-x))", key("x", -30, 30), v -> 1 / (1 + Math.exp(-v[0])),
                        v -> Math.exp(v[0]) / (1 + Math.exp(v[0]))),
                new Pair("tanh by exponentials", key("x", -3, 3), v -> Math.tanh(v[0]),
                        v -> 1 - 2 / (Math.exp(2 * v[0]) + 1)),
                new Pair("a·cos - b·sin through zero", key("a", -2, 2, "b", -2, 2, "t", -3, 3),
                        v -> v[0] * Math.cos(v[2]) - v[1] * Math.sin(v[2]),
                        v -> Math.hypot(v[0], v[1]) * Math.cos(v[2] + Math.atan2(v[1], v[0]))),
                new Pair("KL by sums of logarithms", key("p", 0.05, 0.95, "q", 0.05, 0.95),
                        v -> v[0] * Math.log(v[0] / v[1]) + (1 - v[0]) * Math.log((1 - v[0]) / (1 - v[1])),
                        v -> v[0] * Math.log(v[0]) + (1 - v[0]) * Math.log(1 - v[0]) - v[0] * Math.log(v[1])
                                - (1 - v[0]) * Math.log(1 - v[1])),
                new Pair("n-2p in another order", key("n", 1, 64, "p", 0, 64), v -> v[0] - 2 * v[1],
                        v -> v[0] / 3 - v[1] + v[0] / 1.5 - v[1]),
                new Pair("powers of large numbers", key("b", 1e4, 1e6, "d", 64, 256, "s", 1, 8),
                        v -> v[0] * Math.pow(v[2], v[1] / (v[1] - 2)),
                        v -> Math.exp(Math.log(v[0]) + Math.log(v[2]) * v[1] / (v[1] - 2))));
    }

    static List<Pair> different() {
        return List.of(
                new Pair("255 or 256 steps", key("lo", -8, -0.5, "hi", 0.5, 8), v -> (v[1] - v[0]) / 255,
                        v -> (v[1] - v[0]) / 256),
                new Pair("|w| or w", key("w", -2, 2), v -> Math.abs(v[0]), v -> v[0]),
                new Pair("cube or square", key("p", 0, 1), v -> Math.pow(1 - v[0], 3),
                        v -> Math.pow(1 - v[0], 2)),
                new Pair("sign", key("q", 0, 1, "p", 0, 1), v -> v[0] - v[1], v -> v[1] - v[0]),
                new Pair("a small constant", key("x", 0, 1), v -> v[0], v -> v[0] + 1e-5),
                new Pair("a tail cut off", key("x", 0, 30), v -> Math.exp(-v[0]),
                        v -> Math.max(Math.exp(-v[0]), 1e-10)),
                new Pair("zero", key("x", 0, 30), v -> Math.exp(-v[0]), _ -> 0),
                new Pair("nothing", key("x", 0, 1), v -> v[0], _ -> Double.NaN),
                new Pair("infinite", key("x", 0, 1), v -> v[0], _ -> Double.POSITIVE_INFINITY),
                new Pair("right by half", key("x", -1, 1), v -> Math.max(v[0], 0), v -> v[0]));
    }

    @ParameterizedTest
    @MethodSource("same")
    void other_ways_to_compute_the_same_are_right(Pair pair) {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(fraction(pair, seed)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_differs_is_wrong(Pair pair) {
        for (int seed = 0; seed < 200; seed++) {
            assertThat(fraction(pair, seed)).isEqualTo(0);
        }
    }

    @Test
    void a_formula_that_is_right_at_the_check_points_alone_is_wrong() {
        var key = withChecks(key("x", -2, 2), Map.of(0.0, 0.0, 1.0, 1.0));

        assertThat(fraction(new Pair("x³ or x", key, v -> v[0] * v[0] * v[0], v -> v[0]), 1)).isEqualTo(0);
    }

    @Test
    void a_formula_that_is_wrong_at_a_check_point_alone_is_wrong() {
        var key = withChecks(key("x", 1, 2), Map.of(0.0, 0.0));

        assertThat(fraction(new Pair("|x| or x", key, v -> v[0], v -> v[0] == 0 ? 1 : v[0]), 1)).isEqualTo(0);
    }

    @Test
    void points_lie_in_their_ranges_and_follow_the_seed() {
        var once = pointsSeen(1);
        var again = pointsSeen(1);
        var other = pointsSeen(2);

        assertThat(once).hasSize(FormulaMarking.POINTS)
                .allSatisfy(point -> assertThat(point[0]).isBetween(-8.0, -0.5))
                .allSatisfy(point -> assertThat(point[1]).isEqualTo(3));
        assertThat(again.getFirst()).isEqualTo(once.getFirst());
        assertThat(other.getFirst()).isNotEqualTo(once.getFirst());
    }

    @Test
    void points_without_a_value_of_the_key_are_drawn_anew() {
        var root = new Pair("sqrt", key("x", -1, 1), v -> Math.sqrt(v[0]), v -> Math.pow(v[0], 0.5));

        assertThat(fraction(root, 1)).isEqualTo(1);
    }

    @Test
    void a_key_without_values_is_our_failure() {
        var nothing = new Pair("sqrt", key("x", -2, -1), v -> Math.sqrt(v[0]), v -> Math.sqrt(v[0]));

        assertThatIllegalStateException().isThrownBy(() -> fraction(nothing, 1));
    }

    @Test
    void the_key_never_meets_the_evaluator_of_candidates() {
        var candidates = new ArrayList<String>();
        var authors = new ArrayList<String>();
        var marking = new FormulaMarking(recording(candidates), recording(authors));

        marking.mark(key("x", 0, 1), KEY, GIVEN, Draw.of(1, "q"));

        assertThat(candidates).containsOnly(GIVEN.text());
        assertThat(authors).containsOnly(KEY.text());
    }

    private static double fraction(Pair pair, long seed) {
        var marking = new FormulaMarking(computing(pair.given()), computing(pair.right()));
        return ((Mark.Marked) marking.mark(pair.key(), KEY, GIVEN, Draw.of(seed, "q3-01"))).fraction();
    }

    private static List<double[]> pointsSeen(long seed) {
        var seen = new ArrayList<double[]>();
        Evaluator candidates = (_, points) -> {
            seen.addAll(points);
            return new double[points.size()];
        };
        new FormulaMarking(candidates, computing(_ -> 0)).mark(key("lo", -8, -0.5, "hi", 3, 3), KEY, GIVEN,
                Draw.of(seed, "q3-01"));
        return seen;
    }

    private static Evaluator computing(ToDoubleFunction<double[]> function) {
        return (_, points) -> points.stream().mapToDouble(function).toArray();
    }

    private static Evaluator recording(List<String> texts) {
        return (formula, points) -> {
            texts.add(formula.text());
            return new double[points.size()];
        };
    }

    private static Key.Formula key(Object... ranges) {
        SequencedMap<String, Key.Range> variables = new LinkedHashMap<>();
        for (int i = 0; i < ranges.length; i += 3) {
            variables.put((String) ranges[i], new Key.Range(((Number) ranges[i + 1]).doubleValue(),
                    ((Number) ranges[i + 2]).doubleValue()));
        }
        return new Key.Formula(variables, "the key", USUAL, List.of());
    }

    private static Key.Formula withChecks(Key.Formula key, Map<Double, Double> values) {
        var name = key.variables().keySet().iterator().next();
        var checks = values.entrySet()
                .stream()
                .map(entry -> new Key.Check(Map.of(name, entry.getKey()), entry.getValue()))
                .toList();
        return new Key.Formula(key.variables(), key.expression(), key.tolerance(), checks);
    }

    private static Formula formula(String text) {
        return new Formula(text, List.of(), text, "");
    }
}
