package touchstone.web.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How long answers took, and how many failed. Safe for use by several threads.
final class Latencies {
    private static final int REASONS_MAX = 20;

    private final Map<Kind, List<Long>> nanos = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);
    private final List<String> reasons = new ArrayList<>();
    private int savesToldOf;

    /// Of one kind.
    ///
    /// @param p50 of those that did not fail; zero if there are none
    record Row(Kind kind, int requests, int failed, Duration p50, Duration p95, Duration p99, Duration max) {}

    synchronized void took(Kind kind, Duration time) {
        nanos.computeIfAbsent(kind, _ -> new ArrayList<>()).add(time.toNanos());
    }

    synchronized void failed(Kind kind, String reason) {
        failures.merge(kind, 1, Integer::sum);
        if (reasons.size() < REASONS_MAX) {
            reasons.add(kind + ": " + reason);
        }
    }

    synchronized int failures() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int requests() {
        return failures() + nanos.values().stream().mapToInt(List::size).sum();
    }

    /// The 95th percentile of the saves since this was last asked.
    synchronized Duration recentSaves() {
        var saves = nanos.getOrDefault(Kind.SAVE, List.of());
        var recent = saves.subList(savesToldOf, saves.size()).stream().sorted().toList();
        savesToldOf = saves.size();
        return percentile(recent, 95);
    }

    /// The first few.
    synchronized List<String> reasons() {
        return List.copyOf(reasons);
    }

    synchronized List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var kind : Kind.values()) {
            var sorted = nanos.getOrDefault(kind, List.of()).stream().sorted().toList();
            int failed = failures.getOrDefault(kind, 0);
            rows.add(new Row(kind, sorted.size() + failed, failed, percentile(sorted, 50),
                    percentile(sorted, 95), percentile(sorted, 99), percentile(sorted, 100)));
        }
        return rows;
    }

    /// The smallest that at least so many percent are not above.
    static Duration percentile(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return Duration.ofNanos(sorted.get(Math.clamp(rank, 1, sorted.size()) - 1));
    }
}
