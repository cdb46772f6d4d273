package touchstone.judge.score;

import static java.util.function.Predicate.not;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.run.TestResult;

/// What a submission earned, in all and per dimension of the rubric.
///
/// For a dimension that the exercise has a share in, the tests that count are
/// those marked for this dimension and those without a mark; its score is their
/// earned points over their possible points.
///
/// @param dimensions from 0 to 1, in the rubric's order; a dimension that no test counts for is not
///        assessed and therefore absent
public record Score(int points, int maxPoints, Map<RubricDimension, Double> dimensions) {
    /// What the points of every suite add up to.
    public static final int FULL = 100;

    public Score {
        if (points < 0 || points > maxPoints) {
            throw new IllegalArgumentException(points + " of " + maxPoints + " points");
        }
        var ordered = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        ordered.putAll(dimensions);
        dimensions = Collections.unmodifiableMap(ordered);
    }

    /// Adds up the tests.
    ///
    /// @param rubric the exercise's shares in percent
    /// @param tests empty when nothing was run: then every dimension scores nothing
    public static Score of(Map<RubricDimension, Integer> rubric, List<TestResult> tests) {
        var dimensions = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            if (rubric.getOrDefault(dimension, 0) > 0) {
                var counting = tests.stream().filter(test -> counts(test, dimension)).toList();
                if (tests.isEmpty() || possible(counting) > 0) {
                    dimensions.put(dimension, fraction(earned(counting), possible(counting)));
                }
            }
        }
        return new Score(earned(tests), tests.isEmpty() ? FULL : possible(tests), dimensions);
    }

    /// Points over possible points.
    public double total() {
        return fraction(points, maxPoints);
    }

    private static boolean counts(TestResult test, RubricDimension dimension) {
        return test.dimension().filter(not(dimension::equals)).isEmpty();
    }

    private static double fraction(int earned, int possible) {
        return possible == 0 ? 0 : (double) earned / possible;
    }

    private static int earned(List<TestResult> tests) {
        return tests.stream().mapToInt(TestResult::points).sum();
    }

    private static int possible(List<TestResult> tests) {
        return tests.stream().mapToInt(TestResult::maxPoints).sum();
    }
}
