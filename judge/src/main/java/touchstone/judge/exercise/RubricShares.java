package touchstone.judge.exercise;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.yaml.Fields;

/// How an exercise is shared out among the dimensions of the rubric.
public final class RubricShares {
    private RubricShares() {}

    /// Reads the key `rubric`: percents that sum to 100; an absent dimension has no share.
    public static Map<RubricDimension, Integer> read(Fields exercise) {
        var shares = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        var rubric = exercise.fields("rubric")
                .knowing(Stream.of(RubricDimension.values()).map(RubricDimension::key).toList());
        for (var dimension : RubricDimension.values()) {
            if (rubric.has(dimension.key())) {
                shares.put(dimension, rubric.integer(dimension.key(), 1, 100));
            }
        }
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 100 && rubric.present()) {
            exercise.problem(exercise.line("rubric"),
                    "the shares of the rubric add up to " + sum + "; change them to add up to 100");
        }
        return shares;
    }
}
