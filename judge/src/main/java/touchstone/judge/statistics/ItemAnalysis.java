package touchstone.judge.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Item;

/// How an item did among many candidates.
///
/// @param n candidates for whom it counts
/// @param mean part of its points, high where it is easy
/// @param pairs candidates for whom something else counts too
/// @param discrimination correlation of its points with those of all other items
public record ItemAnalysis(int n, OptionalDouble mean, int pairs, OptionalDouble discrimination) {
    /// Below, a correlation is noise and is not shown.
    public static final int SHOWN_FROM = 10;
    /// Below, it is shown with a warning.
    public static final int ENOUGH = 20;

    public enum Trust {
        HIDDEN, FEW, ENOUGH
    }

    public Trust trust() {
        if (pairs < SHOWN_FROM) {
            return Trust.HIDDEN;
        }
        return pairs < ENOUGH ? Trust.FEW : Trust.ENOUGH;
    }

    /// One for each item, in this order.
    ///
    /// @param candidates of each what counts, by id of the item
    public static List<ItemAnalysis> of(List<Item> items, List<Map<String, Optional<Fraction>>> candidates) {
        return items.stream().map(item -> of(item, items, candidates)).toList();
    }

    private static ItemAnalysis of(
            Item item,
            List<Item> all,
            List<Map<String, Optional<Fraction>>> candidates) {
        var others = all.stream().filter(one -> !one.id().equals(item.id())).toList();
        var values = new ArrayList<Double>();
        var pairs = new ArrayList<Statistics.Pair>();
        for (var fractions : candidates) {
            var own = fraction(fractions, item);
            if (own.isPresent()) {
                values.add(own.getAsDouble());
                rest(fractions, others)
                        .ifPresent(rest -> pairs.add(new Statistics.Pair(own.getAsDouble(), rest)));
            }
        }
        return new ItemAnalysis(values.size(), Statistics.mean(values), pairs.size(),
                Statistics.correlation(pairs));
    }

    /// What the other items come to, by minutes. With the item itself among them, every item would seem to tell
    /// candidates apart.
    private static OptionalDouble rest(Map<String, Optional<Fraction>> fractions, List<Item> others) {
        double sum = 0;
        long minutes = 0;
        for (var other : others) {
            var fraction = fraction(fractions, other);
            if (fraction.isPresent()) {
                sum += fraction.getAsDouble() * other.minutes();
                minutes += other.minutes();
            }
        }
        return minutes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / minutes);
    }

    private static OptionalDouble fraction(Map<String, Optional<Fraction>> fractions, Item item) {
        return fractions.getOrDefault(item.id(), Optional.empty())
                .map(one -> OptionalDouble.of(one.value()))
                .orElseGet(OptionalDouble::empty);
    }
}
