package touchstone.judge.bench;

import java.util.List;
import java.util.Map;
import touchstone.sandbox.ByteSize;

/// Everything that one run of `bench` measured.
///
/// @param cpuScope what CPU times cover, in words
/// @param box what a box adds to starting the same JVM without one
/// @param shell starts of `touchstone grade` from the shell, empty where there is no start script
/// @param workerPeak the largest worker
/// @param judgePeak this process, the in-JVM pipeline included
public record BenchResult(
        String machine,
        int cores,
        String cpuScope,
        List<Size> sizes,
        BoxCost box,
        Phase shell,
        ByteSize workerPeak,
        ByteSize judgePeak) {
    /// One size of matrices.
    ///
    /// @param load by pipeline, as many submissions at once as there are cores
    /// @param idle by pipeline, one after another on a machine at rest
    /// @param endless by pipeline that has time limits, a submission that never ends
    /// @param parts where the judge's CPU time goes; they add up to its total
    record Size(
            int size,
            Map<String, Phase> load,
            Map<String, Phase> idle,
            Map<String, Phase> endless,
            List<Part> parts) {
        double cpuRatio(String slow, String fast) {
            return get(load, slow).cpuMillis() / get(load, fast).cpuMillis();
        }

        double throughputRatio(String fast, String slow) {
            return get(load, fast).perSecond() / get(load, slow).perSecond();
        }

        static Phase get(Map<String, Phase> phases, String key) {
            return phases.getOrDefault(key, Phase.NONE);
        }
    }

    /// CPU time per submission that one part of the judge's work takes.
    record Part(String name, double cpuMillis) {}

    /// From the start of a process to its hello, medians of alternating starts.
    record BoxCost(double boxedMillis, double bareMillis) {
        double addedMillis() {
            return boxedMillis - bareMillis;
        }
    }
}
