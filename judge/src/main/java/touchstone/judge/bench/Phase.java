package touchstone.judge.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What was measured while one pipeline judged a list of submissions.
///
/// @param latencies from submit to verdict, one a submission
record Phase(Duration wall, Duration cpu, List<Duration> latencies) {
    static final Phase NONE = new Phase(Duration.ZERO, Duration.ZERO, List.of());

    Phase {
        latencies = latencies.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /// Both as one: what a later round measured added to the rounds before.
    Phase plus(Phase other) {
        return new Phase(wall.plus(other.wall), cpu.plus(other.cpu),
                Stream.concat(latencies.stream(), other.latencies.stream()).toList());
    }

    double perSecond() {
        return latencies.size() / (millis(wall) / 1_000);
    }

    double cpuMillis() {
        return millis(cpu) / latencies.size();
    }

    double latencyMillis(double quantile) {
        var index = (int) Math.min(latencies.size() - 1, Math.floor(quantile * latencies.size()));
        return millis(latencies.get(index));
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
