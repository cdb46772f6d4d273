package touchstone.judge.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.bench.BenchResult.Size;

/// A run of `bench` for people and for programs. Ratios first: on a noisy machine they hold.
public record BenchReport(BenchResult result) {
    private static final SortedMap<String, String> PIPELINES = Collections.unmodifiableSortedMap(
            new TreeMap<>(Map.of("a", "javac + JUnit console, a boxed process each", "b",
                    "the same with C1 and the serial collector", "c", "this judge, one-shot boxed workers",
                    "d", "floor: one warm JVM, no box, compiled once")));

    public String text() {
        var lines = new ArrayList<String>();
        lines.add("%s, %d cores".formatted(result.machine(), result.cores()));
        lines.add("CPU time: " + result.cpuScope());
        result.sizes().forEach(size -> addSize(lines, size));
        lines.add("");
        lines.add(line("box over the same JVM without one", "%.1f ms (%.1f against %.1f)".formatted(
                result.box().addedMillis(), result.box().boxedMillis(), result.box().bareMillis())));
        lines.add(line("memory of the largest worker", mebibytes(result.workerPeak().bytes())));
        lines.add(line("memory of this process", mebibytes(result.judgePeak().bytes())));
        if (!result.shell().latencies().isEmpty()) {
            lines.add(line("./touchstone grade from the shell", "p50 %.0f ms, slowest %.0f ms"
                    .formatted(result.shell().latencyMillis(0.5), result.shell().latencyMillis(1))));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addSize(List<String> lines, Size size) {
        lines.add("");
        lines.add("14 tests, %1$d×%1$d matrices; accepted, wrong and compile error in turn"
                .formatted(size.size()));
        lines.add("   %-46s %9s %7s %17s %17s".formatted("", "CPU ms", "per s", "idle p50/p95 ms",
                "loaded p50/p95"));
        PIPELINES.forEach((key, title) -> lines
                .add(row(key, title, Size.get(size.load(), key), Size.get(size.idle(), key))));
        size.endless()
                .forEach((key, phase) -> lines.add(
                        line("a submission that never ends, " + key, "verdict after %.1f s, %.1f s of CPU"
                                .formatted(phase.latencyMillis(1) / 1_000, phase.cpuMillis() / 1_000))));
        lines.add(line("CPU of a over c", "%.1f×".formatted(size.cpuRatio("a", "c"))));
        lines.add(line("CPU of b over c", "%.1f×".formatted(size.cpuRatio("b", "c"))));
        lines.add(line("throughput of c over a", "%.1f×".formatted(size.throughputRatio("c", "a"))));
        lines.add("where c's CPU goes, ms per submission");
        size.parts().forEach(part -> lines.add(line("  " + part.name(), "%.1f".formatted(part.cpuMillis()))));
    }

    private static String row(String key, String title, Phase load, Phase idle) {
        return String.format(Locale.ROOT, "%s  %-46s %9.1f %7.2f %8.0f /%7.0f %8.0f /%7.0f", key, title,
                load.cpuMillis(), load.perSecond(), idle.latencyMillis(0.5), idle.latencyMillis(0.95),
                load.latencyMillis(0.5), load.latencyMillis(0.95));
    }

    private static String line(String what, String value) {
        return "   %-46s %s".formatted(what, value);
    }

    private static String mebibytes(long bytes) {
        return "%.0f MiB".formatted(bytes / (double) (1 << 20));
    }

    public String json() {
        var root = new LinkedHashMap<String, Object>();
        root.put("machine", result.machine());
        root.put("cores", result.cores());
        root.put("cpuScope", result.cpuScope());
        root.put("sizes", result.sizes().stream().map(BenchReport::size).toList());
        root.put("boxAddedMillis", result.box().addedMillis());
        root.put("workerPeakBytes", result.workerPeak().bytes());
        root.put("judgePeakBytes", result.judgePeak().bytes());
        if (!result.shell().latencies().isEmpty()) {
            root.put("shellMillis",
                    Map.of("p50", result.shell().latencyMillis(0.5), "max", result.shell().latencyMillis(1)));
        }
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> size(Size size) {
        var node = new LinkedHashMap<String, Object>();
        node.put("size", size.size());
        for (String key : PIPELINES.keySet()) {
            node.put(key, pipeline(Size.get(size.load(), key), Size.get(size.idle(), key)));
        }
        size.endless()
                .forEach((key, phase) -> node.put("endless" + key.toUpperCase(Locale.ROOT) + "Millis",
                        phase.latencyMillis(1)));
        node.put("cpuRatioAC", size.cpuRatio("a", "c"));
        node.put("cpuRatioBC", size.cpuRatio("b", "c"));
        node.put("throughputRatioCA", size.throughputRatio("c", "a"));
        node.put("parts", size.parts());
        return node;
    }

    private static Map<String, Object> pipeline(Phase load, Phase idle) {
        var node = new LinkedHashMap<String, Object>();
        node.put("submissions", load.latencies().size());
        node.put("cpuMillis", load.cpuMillis());
        node.put("perSecond", load.perSecond());
        node.put("idleP50Millis", idle.latencyMillis(0.5));
        node.put("idleP95Millis", idle.latencyMillis(0.95));
        node.put("loadedP50Millis", load.latencyMillis(0.5));
        node.put("loadedP95Millis", load.latencyMillis(0.95));
        return node;
    }
}
