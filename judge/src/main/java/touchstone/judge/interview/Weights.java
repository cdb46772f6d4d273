package touchstone.judge.interview;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Hint;

/// How much each dimension counts in the total.
///
/// @param percent of all dimensions, in the rubric's order, summing to exactly 100; zero is allowed
public record Weights(Map<RubricDimension, Integer> percent) {
    static final int SUM = 100;

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,，、/]\\s*");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}");

    public Weights {
        var ordered = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        ordered.putAll(percent);
        if (ordered.size() != RubricDimension.values().length
                || ordered.values().stream().anyMatch(weight -> weight < 0)
                || sum(ordered) != SUM) {
            throw new IllegalArgumentException("weights of " + percent);
        }
        percent = Collections.unmodifiableMap(ordered);
    }

    /// What became of weights that somebody typed.
    public sealed interface Reading {
        record Read(Weights weights) implements Reading {}

        /// Told by the bundle `touchstone.judge.interview.hints`.
        record Unreadable(Hint hint) implements Reading {}
    }

    public static Weights of(int theory, int practice, int systems, int innovation) {
        return new Weights(Map.of(RubricDimension.THEORY, theory, RubricDimension.PRACTICE, practice,
                RubricDimension.SYSTEMS, systems, RubricDimension.INNOVATION, innovation));
    }

    /// Reads `30,40,20,10`, in the rubric's order.
    public static Reading parse(String text) {
        var dimensions = RubricDimension.values();
        var parts = List.of(SEPARATOR.split(text.strip(), -1));
        if (parts.size() != dimensions.length) {
            return new Reading.Unreadable(
                    Hint.at(0, "weights.count", dimensions.length, text.isBlank() ? 0 : parts.size()));
        }
        var percent = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        var next = parts.iterator();
        for (var dimension : dimensions) {
            var part = next.next();
            if (!PERCENT.matcher(part).matches()) {
                return new Reading.Unreadable(Hint.at(0, "weights.number", part));
            }
            percent.put(dimension, Integer.valueOf(part));
        }
        return sum(percent) == SUM ? new Reading.Read(new Weights(percent))
                : new Reading.Unreadable(Hint.at(0, "weights.sum", sum(percent), SUM));
    }

    /// Percent of this dimension.
    public int of(RubricDimension dimension) {
        return percent.getOrDefault(dimension, 0);
    }

    private static int sum(Map<RubricDimension, Integer> percent) {
        return percent.values().stream().mapToInt(Integer::intValue).sum();
    }
}
