package touchstone.judge.interview;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.yaml.Fields;

/// Reads the key `weights` of a preset or a blueprint.
final class WeightsReader {
    private static final List<String> DIMENSIONS = Stream.of(RubricDimension.values())
            .map(RubricDimension::key)
            .toList();

    private WeightsReader() {}

    /// The weights, unless something is wrong with them, which is reported.
    static Optional<Weights> read(Fields owner) {
        var weights = owner.fields("weights").knowing(DIMENSIONS);
        var percent = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            percent.put(dimension, weights.integer(dimension.key(), 0, Weights.SUM));
        }
        int sum = percent.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == Weights.SUM) {
            return Optional.of(new Weights(percent));
        }
        if (weights.present()) {
            owner.problem(owner.line("weights"),
                    "the weights add up to %d; change them to add up to %d".formatted(sum, Weights.SUM));
        }
        return Optional.empty();
    }
}
