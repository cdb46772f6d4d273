package touchstone.judge.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Measures pipelines in one run and in turn, so that a noisy machine is noisy for all of them.
final class Bench {
    /// Long enough for a pool to refill and for killed boxes to be gone, so that each phase pays
    /// for its own work and for nobody else's.
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final CpuMeter cpu;
    private final LongSupplier nanoClock;
    private final int threads;

    Bench(CpuMeter cpu, LongSupplier nanoClock, int threads) {
        this.cpu = cpu;
        this.nanoClock = nanoClock;
        this.threads = threads;
    }

    /// Judges as many at once as there are threads.
    Phase underLoad(Pipeline pipeline, List<BenchSubmission> submissions) {
        return measure(latencies -> {
            try (var pool = Executors.newFixedThreadPool(threads)) {
                var running = new ArrayList<Future<?>>();
                for (BenchSubmission submission : submissions) {
                    running.add(pool.submit(() -> latencies.add(judge(pipeline, submission))));
                }
                for (Future<?> future : running) {
                    future.get();
                }
            }
        });
    }

    /// Judges one after another, each on a machine that has come to rest.
    Phase idle(Pipeline pipeline, List<BenchSubmission> submissions) {
        return measure(latencies -> {
            for (BenchSubmission submission : submissions) {
                latencies.add(judge(pipeline, submission));
                LockSupport.parkNanos(SETTLE.toNanos());
            }
        });
    }

    private Duration judge(Pipeline pipeline, BenchSubmission submission) {
        long start = nanoClock.getAsLong();
        var verdict = pipeline.judge(submission);
        var latency = Duration.ofNanos(nanoClock.getAsLong() - start);
        if (verdict != submission.expected()) {
            throw new IllegalStateException("pipeline %s gave %s for %s".formatted(pipeline.key(), verdict,
                    submission.file().getFileName()));
        }
        return latency;
    }

    private Phase measure(Body body) {
        var latencies = Collections.synchronizedList(new ArrayList<Duration>());
        var cpuBefore = cpu.used();
        long start = nanoClock.getAsLong();
        try {
            body.run(latencies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pipeline failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        var wall = Duration.ofNanos(nanoClock.getAsLong() - start);
        LockSupport.parkNanos(SETTLE.toNanos());
        return new Phase(wall, cpu.used().minus(cpuBefore), latencies);
    }

    private interface Body {
        void run(List<Duration> latencies) throws InterruptedException, ExecutionException;
    }
}
