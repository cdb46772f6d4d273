package touchstone.web.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.judge.interview.Fraction;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.library.ResolvedPlan.ResolvedItem;

/// How an item did among those who have finished.
///
/// @param n candidates for whom it counts
/// @param mean part of its points, high where it is easy
/// @param pairs candidates for whom something else counts too
/// @param discrimination correlation of its points with those of all other items
record ItemStatistics(
        ResolvedItem item,
        int n,
        OptionalDouble mean,
        int pairs,
        OptionalDouble discrimination) {
    /// Below, a correlation is noise and is not shown.
    static final int SHOWN_FROM = 10;
    /// Below, it is shown with a warning.
    static final int ENOUGH = 20;

    enum Trust {
        HIDDEN, FEW, ENOUGH
    }

    Trust trust() {
        if (pairs < SHOWN_FROM) {
            return Trust.HIDDEN;
        }
        return pairs < ENOUGH ? Trust.FEW : Trust.ENOUGH;
    }

    static List<ItemStatistics> of(Campaign campaign) {
        var counted = campaign.ended().stream().map(one -> one.summary()).toList();
        return campaign.items().stream().map(item -> of(item, campaign.items(), counted)).toList();
    }

    private static ItemStatistics of(
            ResolvedItem item,
            List<ResolvedItem> all,
            List<CandidateSummary> counted) {
        var others = all.stream().filter(one -> !one.id().equals(item.id())).toList();
        var values = new ArrayList<Double>();
        var pairs = new ArrayList<Statistics.Pair>();
        for (var candidate : counted) {
            var own = fraction(candidate.fractions(), item);
            if (own.isPresent()) {
                values.add(own.getAsDouble());
                rest(candidate.fractions(), others)
                        .ifPresent(rest -> pairs.add(new Statistics.Pair(own.getAsDouble(), rest)));
            }
        }
        return new ItemStatistics(item, values.size(), Statistics.mean(values), pairs.size(),
                Statistics.correlation(pairs));
    }

    /// What the other items come to, by minutes. With the item itself among them, every item would seem to tell
    /// candidates apart.
    private static OptionalDouble rest(Map<String, Optional<Fraction>> fractions, List<ResolvedItem> others) {
        double sum = 0;
        long minutes = 0;
        for (var other : others) {
            var fraction = fraction(fractions, other);
            if (fraction.isPresent()) {
                sum += fraction.getAsDouble() * other.item().minutes();
                minutes += other.item().minutes();
            }
        }
        return minutes == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / minutes);
    }

    private static OptionalDouble fraction(Map<String, Optional<Fraction>> fractions, ResolvedItem item) {
        return Figures.value(fractions.getOrDefault(item.id(), Optional.empty()));
    }
}
