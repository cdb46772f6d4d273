package touchstone.judge.statistics;

import java.util.List;
import java.util.OptionalDouble;

/// What is said about many numbers at once.
public final class Statistics {
    /// Sums of doubles that should be equal differ by less.
    private static final double NOTHING = 1e-12;

    private Statistics() {}

    public record Pair(double x, double y) {}

    public static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }

    public static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    /// Pearson's; absent where one of the two never changes, so that nothing can go along with it.
    public static OptionalDouble correlation(List<Pair> pairs) {
        var meanX = pairs.stream().mapToDouble(Pair::x).average();
        var meanY = pairs.stream().mapToDouble(Pair::y).average();
        if (meanX.isEmpty() || meanY.isEmpty()) {
            return OptionalDouble.empty();
        }
        double both = 0;
        double ofX = 0;
        double ofY = 0;
        for (var pair : pairs) {
            double x = pair.x - meanX.getAsDouble();
            double y = pair.y - meanY.getAsDouble();
            both += x * y;
            ofX += x * x;
            ofY += y * y;
        }
        return ofX < NOTHING || ofY < NOTHING ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(both / Math.sqrt(ofX * ofY), -1, 1));
    }
}
