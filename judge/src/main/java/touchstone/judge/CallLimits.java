package touchstone.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suite;
import touchstone.judge.digest.Sha256;
import touchstone.judge.run.Progress;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.Limits.TimeLimits;

/// How long one call may take: measured on this machine from the accepted submissions of an exercise,
/// not guessed, and kept in the cache folder.
final class CallLimits {
    /// While measuring; accepted submissions end, so this only has to be far off.
    private static final Duration GENEROUS = Duration.ofMinutes(1);
    private static final long SEED = 0;

    private final Cache cache;
    private final Map<String, Duration> known = new ConcurrentHashMap<>();

    /// Compiles and runs a submission of ours.
    interface Trial {
        SuiteRun run(Suite suite, Submission submission, Duration call, long seed);
    }

    CallLimits(Cache cache) {
        this.cache = cache;
    }

    /// Several threads that need the same limit wait for one measurement.
    Duration of(Suite suite, Trial trial, Progress progress) {
        var accepted = accepted(suite);
        var key = "limits/" + new Sha256().text(suite.exercise().hash())
                .text(String.join(" ", accepted.stream().map(Submission::sha256).toList()))
                .hex();
        return known.computeIfAbsent(key, _ -> stored(key).map(Duration::ofNanos).orElseGet(() -> {
            progress.measuring();
            var limit = measure(suite, accepted, trial);
            cache.put(key, Long.toString(limit.toNanos()).getBytes(StandardCharsets.US_ASCII));
            return limit;
        }));
    }

    private java.util.Optional<Long> stored(String key) {
        return cache.get(key).map(bytes -> Long.valueOf(new String(bytes, StandardCharsets.US_ASCII)));
    }

    private static Duration measure(Suite suite, List<Submission> accepted, Trial trial) {
        TimeLimits time = suite.exercise().limits().time();
        long slowest = accepted.stream()
                .map(submission -> trial.run(suite, submission, GENEROUS, SEED))
                .filter(run -> run.verdict() == Verdict.ACCEPTED)
                // On a busy machine a call waits for the cores, but takes no more CPU time than the whole run.
                .mapToLong(run -> Math.min(run.slowest().toNanos(), run.usage().cpu().toNanos()))
                .max()
                .orElse(0);
        var scaled = Duration.ofNanos((long) (time.callFactor() * slowest));
        return scaled.compareTo(time.call()) > 0 ? scaled : time.call();
    }

    private static List<Submission> accepted(Suite suite) {
        var folder = suite.exercise().folder().resolve("submissions").resolve("accepted");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> Submissions.read(List.<Path>of(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
