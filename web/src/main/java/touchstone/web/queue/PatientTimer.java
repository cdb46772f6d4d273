package touchstone.web.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does things again and again; never interrupts them, for the reason of [PatientExecutor].
final class PatientTimer extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(PatientTimer.class);

    PatientTimer(String name, int threads) {
        // what is left behind at the end may still ask for something
        super(threads, Thread.ofPlatform().daemon().name(name + "-", 1).factory(), new DiscardPolicy());
    }

    /// Until the end, whatever goes wrong in between.
    void every(Duration pause, Runnable round) {
        var _ = scheduleWithFixedDelay(() -> logged(round), pause.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    static void logged(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("a round failed, the next one follows", e);
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
