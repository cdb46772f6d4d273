package touchstone.web.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.Judgement;
import touchstone.judge.run.Progress;
import touchstone.web.queue.JudgingProgress;

/// Runs that nobody keeps: samples, and everything in the practice. Each candidate has one per item; a restart of
/// the server forgets them, and whoever waits is asked to run again. Safe for use by several threads.
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final int KEPT_MAX = 1000;

    private final Semaphore slots;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Run> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /// @param parallel how many are run at the same time
    Runs(int parallel) {
        slots = new Semaphore(parallel, true);
    }

    /// One of them.
    final class Run implements Progress {
        private final String id;
        private final Finding.Kind kind;
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile JudgingProgress progress = new JudgingProgress.Queued(slots.getQueueLength());
        private volatile @Nullable Judgement judgement;

        private Run(String id, Finding.Kind kind) {
            this.id = id;
            this.kind = kind;
        }

        String id() {
            return id;
        }

        Finding.Kind kind() {
            return kind;
        }

        JudgingProgress progress() {
            return progress;
        }

        boolean ended() {
            return end.getCount() == 0;
        }

        /// Absent before the end, and if we failed.
        Optional<Judgement> judgement() {
            return Optional.ofNullable(judgement);
        }

        /// Most are quick enough to be waited for.
        void await(long millis) throws InterruptedException {
            var _ = end.await(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void compiling() {
            progress = new JudgingProgress.Compiling();
        }

        @Override
        public void measuring() {
            progress = new JudgingProgress.Measuring();
        }

        @Override
        public void running(int number, int tests) {
            progress = new JudgingProgress.Running(number, tests);
        }

        private void perform(Function<Progress, Judgement> work) {
            slots.acquireUninterruptibly();
            try {
                judgement = work.apply(this);
            } catch (RuntimeException e) {
                LOG.error("a run failed", e);
            } finally {
                slots.release();
                progress = new JudgingProgress.Done();
                end.countDown();
            }
        }
    }

    /// Starts one, unless the one before still goes on.
    synchronized Optional<Run> start(String key, Finding.Kind kind, Function<Progress, Judgement> work) {
        var before = latest.get(key);
        if (before != null && !before.ended()) {
            return Optional.empty();
        }
        var run = new Run(Long.toString(numbers.incrementAndGet()), kind);
        latest.remove(key);
        latest.put(key, run);
        Thread.ofVirtual().name("run-" + run.id).start(() -> run.perform(work));
        return Optional.of(run);
    }

    synchronized Optional<Run> find(String key, String id) {
        return Optional.ofNullable(latest.get(key)).filter(run -> run.id.equals(id));
    }
}
