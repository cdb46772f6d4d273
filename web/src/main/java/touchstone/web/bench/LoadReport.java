package touchstone.web.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.text.Words;

/// What was measured.
///
/// @param arrival within which the candidates came
/// @param reasons of the first few failures
/// @param receipts that candidates got
/// @param starts from the command to the first page
record LoadReport(
        int candidates,
        Duration arrival,
        List<Latencies.Row> rows,
        List<String> reasons,
        int receipts,
        Ground.Count count,
        Machine machine,
        List<Duration> starts,
        List<PageWeights.Weight> weights) {
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;

    LoadReport {
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
        starts = starts.stream().sorted().toList();
        weights = List.copyOf(weights);
    }

    /// What it cost. The boxes are not part of the server's CPU time.
    ///
    /// @param typed how long candidates were at work
    /// @param judged until the last verdict
    record Machine(
            Duration typed,
            Duration judged,
            Duration serverCpu,
            long serverBytes,
            Duration ownCpu,
            long ownBytes) {}

    /// A step, by the last part of its key.
    record Said(String key, List<Object> arguments) {
        Said {
            arguments = List.copyOf(arguments);
        }

        String in(Words words) {
            return words.say("bench.web." + key, arguments.toArray());
        }
    }

    /// Whether nothing failed, nothing was lost and everything was judged.
    boolean sound() {
        return rows.stream().allMatch(row -> row.failed() == 0) && count.lost() == 0 && count.unjudged() == 0;
    }

    private double judgingsAMinute() {
        double minutes = machine.judged.toMillis() / 60_000.0;
        return minutes == 0 ? 0 : (count.submissions() - count.unjudged()) / minutes;
    }

    private Duration start() {
        return starts.isEmpty() ? Duration.ZERO : starts.get((starts.size() - 1) / 2);
    }

    String text(Words words) {
        var text = new StringBuilder(
                words.say("bench.web.title", candidates, machine.typed.toSeconds(), arrival.toSeconds()))
                .append("\n\n");
        text.append(
                "%-12s %8s %8s %8s %8s %8s %8s%n".formatted("ms", "n", "failed", "p50", "p95", "p99", "max"));
        for (var row : rows) {
            text.append("%-12s %8d %8d %8.1f %8.1f %8.1f %8.1f%n".formatted(
                    row.kind().name().toLowerCase(Locale.ROOT), row.requests(), row.failed(),
                    millis(row.p50()), millis(row.p95()), millis(row.p99()), millis(row.max())));
        }
        text.append('\n')
                .append(words.say("bench.web.receipts", receipts, count.lost(), count.submissions(),
                        count.unjudged(), Math.round(judgingsAMinute())))
                .append('\n')
                .append(words.say("bench.web.cost", machine.serverCpu.toSeconds(),
                        Math.round(machine.serverBytes / MEGABYTE), machine.ownCpu.toSeconds(),
                        Math.round(machine.ownBytes / MEGABYTE)))
                .append('\n');
        if (!starts.isEmpty()) {
            text.append(words.say("bench.web.start", start().toMillis(), starts.size())).append('\n');
        }
        for (var weight : weights) {
            text.append(words.say("bench.web.weight", weight.page(), Math.round(weight.all() / KILOBYTE),
                    Math.round(weight.html() / KILOBYTE))).append('\n');
        }
        reasons.forEach(reason -> text.append(reason).append('\n'));
        return text.append(words.say(sound() ? "bench.web.sound" : "bench.web.unsound"))
                .append('\n')
                .toString();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    String json() {
        var root = JsonMapper.shared().createObjectNode();
        root.put("candidates", candidates)
                .put("arrivalSeconds", arrival.toSeconds())
                .put("seconds", machine.typed.toSeconds())
                .put("sound", sound());
        var requests = root.putObject("requests");
        for (var row : rows) {
            requests.putObject(row.kind().name().toLowerCase(Locale.ROOT))
                    .put("requests", row.requests())
                    .put("failed", row.failed())
                    .put("p50Millis", millis(row.p50()))
                    .put("p95Millis", millis(row.p95()))
                    .put("p99Millis", millis(row.p99()))
                    .put("maxMillis", millis(row.max()));
        }
        root.put("receipts", receipts)
                .put("lost", count.lost())
                .put("submissions", count.submissions())
                .put("withoutVerdict", count.unjudged())
                .put("judgingsPerMinute", judgingsAMinute())
                .put("serverCpuSeconds", machine.serverCpu.toMillis() / 1000.0)
                .put("serverBytes", machine.serverBytes)
                .put("generatorCpuSeconds", machine.ownCpu.toMillis() / 1000.0)
                .put("generatorBytes", machine.ownBytes);
        var times = root.putArray("startMillis");
        starts.forEach(time -> times.add(time.toMillis()));
        var pages = root.putObject("pageBytes");
        weights.forEach(weight -> pages.put(weight.page(), weight.all()));
        return root.toPrettyString();
    }
}
