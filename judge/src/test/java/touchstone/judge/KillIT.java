package touchstone.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.run.Progress;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;

/// Somebody kills our boxes with SIGKILL while they work; the submission must not pay for it.
class KillIT {
    /// More than a worker that only waits has used, less than the submission below uses.
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final String SPINS = "long end = System.nanoTime() + 400_000_000L;"
            + " while (System.nanoTime() < end) Thread.onSpinWait();";

    private static Sandbox sandbox;
    private static Judge judge;

    @BeforeAll
    static void open(@TempDir Path cache) {
        sandbox = RealBoxes.open();
        judge = Judge.open(sandbox, Limits.defaults(), cache, 1, 2, System::nanoTime);
        judge("");
    }

    @AfterAll
    static void close() {
        if (judge != null) {
            judge.close();
            sandbox.close();
        }
    }

    @Test
    void a_worker_killed_in_mid_flight_costs_nothing() throws Exception {
        assertThat(verdictWhileKilling(2, SPINS, box -> runs(box, "worker") && cpu(box).compareTo(BUSY) > 0))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void a_compiler_killed_in_mid_flight_costs_nothing() throws Exception {
        assertThat(verdictWhileKilling(3, "", box -> runs(box, "compiler"))).isEqualTo(Verdict.ACCEPTED);
    }

    /// Judges until the last kill has happened, so that none can miss.
    private static Verdict verdictWhileKilling(int kills, String code, Predicate<ProcessHandle> victim)
            throws Exception {
        try (var killer = Executors.newSingleThreadExecutor()) {
            var killing = killer.submit(() -> kill(kills, victim));
            var verdict = judge(code);
            while (verdict == Verdict.ACCEPTED && !killing.isDone()) {
                verdict = judge(code);
            }
            finish(killing);
            return verdict;
        }
    }

    private static void finish(Future<?> killing) throws Exception {
        killing.get(1, TimeUnit.MINUTES);
    }

    private static void kill(int kills, Predicate<ProcessHandle> victim) {
        for (int i = 0; i < kills;) {
            var killed = ProcessHandle.current()
                    .descendants()
                    .filter(victim)
                    .findFirst()
                    .map(ProcessHandle::destroyForcibly);
            if (killed.orElse(false)) {
                i++;
            }
            Thread.onSpinWait();
        }
    }

    private static boolean runs(ProcessHandle box, String program) {
        return box.info().command().orElse("").endsWith("/jre/bin/java")
                && box.info().commandLine().orElse("").contains("touchstone.sandbox." + program + ".Main");
    }

    private static Duration cpu(ProcessHandle box) {
        return box.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Verdict judge(String code) {
        var source = Toys.source("accepted/loops.java")
                .replace("if (matrix == null)", code + " if (matrix == null)");
        var submission = Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8));
        return judge.judge(submission, Toys.exercise(Toys.FOLDER), 1, Progress.NONE).verdict();
    }
}
