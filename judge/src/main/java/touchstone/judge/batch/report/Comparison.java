package touchstone.judge.batch.report;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.batch.report.Graded.Mark;
import touchstone.judge.interview.Fraction;
import touchstone.judge.run.Verdict;

/// What a second grading of the same applicants changes.
///
/// @param compared applicants that are in both
/// @param changes of those for whom anything is different, the largest first
/// @param appeared only in the second
/// @param vanished only in the first
public record Comparison(int compared, List<Change> changes, List<Graded> appeared, List<Graded> vanished) {
    public Comparison {
        changes = List.copyOf(changes);
        appeared = List.copyOf(appeared);
        vanished = List.copyOf(vanished);
    }

    /// An applicant before and after.
    public record Change(Graded before, Graded after) {
        /// Of totals, from -100 to 100; empty where one of them is missing.
        public OptionalDouble difference() {
            return Comparison.difference(before.total(), after.total());
        }

        public OptionalDouble difference(RubricDimension dimension) {
            return Comparison.difference(before.dimensions().getOrDefault(dimension, Optional.empty()),
                    after.dimensions().getOrDefault(dimension, Optional.empty()));
        }

        /// Items that came out otherwise.
        public List<ItemChange> items() {
            var ids = Stream.concat(before.items().keySet().stream(), after.items().keySet().stream())
                    .distinct()
                    .toList();
            return ids.stream()
                    .map(id -> new ItemChange(id, before.items().getOrDefault(id, Mark.NONE),
                            after.items().getOrDefault(id, Mark.NONE)))
                    .filter(change -> !change.before.equals(change.after))
                    .toList();
        }

        boolean none() {
            return before.total().equals(after.total())
                    && before.range().equals(after.range())
                    && before.dimensions().equals(after.dimensions())
                    && items().isEmpty();
        }
    }

    public record ItemChange(String item, Mark before, Mark after) {}

    /// A verdict that became another.
    public record Turn(String item, Verdict before, Verdict after) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return Comparator.comparing(Turn::item)
                    .thenComparing(Turn::before)
                    .thenComparing(Turn::after)
                    .compare(this, other);
        }
    }

    /// What changes in one dimension.
    ///
    /// @param compared applicants who have a score in both
    /// @param changed those for whom it is another
    /// @param mean difference of all compared, from -100 to 100
    public record Shift(int compared, int changed, double mean, double lowest, double highest) {}

    /// Compares by id.
    public static Comparison of(List<Graded> before, List<Graded> after) {
        var earlier = byId(before);
        var later = byId(after);
        var both = after.stream()
                .filter(one -> earlier.containsKey(one.id()))
                .map(one -> new Change(earlier.getOrDefault(one.id(), one), one))
                .toList();
        return new Comparison(both.size(),
                both.stream()
                        .filter(change -> !change.none())
                        .sorted(Comparator
                                .comparingDouble((Change change) -> -Math.abs(change.difference().orElse(0)))
                                .thenComparing(change -> change.after.id()))
                        .toList(),
                after.stream().filter(one -> !earlier.containsKey(one.id())).toList(),
                before.stream().filter(one -> !later.containsKey(one.id())).toList());
    }

    private static Map<String, Graded> byId(List<Graded> graded) {
        return graded.stream().collect(toMap(Graded::id, one -> one, (one, _) -> one, LinkedHashMap::new));
    }

    private static OptionalDouble difference(Optional<Fraction> before, Optional<Fraction> after) {
        return before.isEmpty() || after.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(100 * after.get().value() - 100 * before.get().value());
    }

    /// Differences of totals, those of nothing included.
    public List<Double> differences() {
        var differences = new ArrayList<Double>();
        changes.forEach(change -> change.difference().ifPresent(differences::add));
        for (int i = changes.size(); i < compared; i++) {
            differences.add(0.0);
        }
        return differences;
    }

    /// How often which verdict became which.
    public Map<Turn, Integer> turns() {
        var turns = new TreeMap<Turn, Integer>();
        for (var change : changes) {
            for (var item : change.items()) {
                if (item.before.verdict().isPresent()
                        && item.after.verdict().isPresent()
                        && !item.before.verdict().equals(item.after.verdict())) {
                    turns.merge(new Turn(item.item, item.before.verdict().get(), item.after.verdict().get()),
                            1, Integer::sum);
                }
            }
        }
        return turns;
    }

    public Map<RubricDimension, Shift> shifts() {
        var shifts = new EnumMap<RubricDimension, Shift>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            var differences = changes.stream()
                    .flatMap(change -> change.difference(dimension).stream().boxed())
                    .filter(one -> one != 0)
                    .toList();
            long incomparable = changes.stream().filter(one -> one.difference(dimension).isEmpty()).count();
            int n = (int) (compared - incomparable);
            var statistics = differences.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            shifts.put(dimension,
                    new Shift(n, differences.size(), n == 0 ? 0 : statistics.getSum() / n,
                            differences.isEmpty() ? 0 : statistics.getMin(),
                            differences.isEmpty() ? 0 : statistics.getMax()));
        }
        return shifts;
    }
}
