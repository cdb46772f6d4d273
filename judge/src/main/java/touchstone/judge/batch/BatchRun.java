package touchstone.judge.batch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.run.Progress;

/// One pass over jobs, several at a time, each written down as it ends.
final class BatchRun {
    private final Grading grading;
    private final long seed;
    private final InstantSource clock;
    private final Pace pace;
    private final Consumer<Pace.Snapshot> watcher;
    private final BatchFolder.Appending results;
    private final boolean last;
    private final Queue<Job> failed = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /// @param last whether our own failures are written down rather than left to a further pass
    BatchRun(
            Grading grading,
            long seed,
            InstantSource clock,
            Pace pace,
            Consumer<Pace.Snapshot> watcher,
            BatchFolder.Appending results,
            boolean last) {
        this.grading = grading;
        this.seed = seed;
        this.clock = clock;
        this.pace = pace;
        this.watcher = watcher;
        this.results = results;
        this.last = last;
    }

    void stop() {
        stopped = true;
    }

    /// Does them all, unless it is stopped.
    ///
    /// @return the jobs at which we failed
    List<Job> run(List<Job> jobs, int parallel) {
        var queue = new ConcurrentLinkedQueue<>(jobs);
        var workers = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(parallel)) {
            for (int i = 0; i < parallel; i++) {
                workers.add(pool.submit(() -> work(queue)));
            }
        }
        workers.forEach(BatchRun::join);
        return List.copyOf(failed);
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException ours -> throw ours;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("a worker failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void work(Queue<Job> queue) {
        try {
            for (var job = queue.poll(); job != null && !stopped; job = queue.poll()) {
                pace.begin();
                watcher.accept(pace.snapshot());
                boolean counts = done(job);
                pace.end(counts);
                watcher.accept(pace.snapshot());
            }
        } catch (RuntimeException | Error e) {
            stopped = true; // the disk is full, so nothing that the others do could be kept
            throw e;
        }
    }

    /// Does one.
    ///
    /// @return whether this was the last that is done about it in this run
    private boolean done(Job job) {
        var result = result(job, job.applicants().getFirst());
        if (result.ours()) {
            if (stopped) {
                return false; // whoever stops us may have killed our boxes with us
            }
            failed.add(job);
            if (!last) {
                return false;
            }
        }
        job.applicants().forEach(applicant -> results.add(result.of(applicant)));
        return true;
    }

    private Result result(Job job, String applicant) {
        return switch (job) {
            case Job.Code code -> Result.of(applicant, job.item(), job.key(), clock.instant(), JudgingRecord
                    .of(grading.code().judge(code.submission(), code.exercise(), seed, Progress.NONE)));
            case Job.Answer answer -> new Result(applicant, job.item(), job.key(), clock.instant(),
                    grading.answers().mark(answer.question(), answer.answer(), seed), Optional.empty());
        };
    }
}
