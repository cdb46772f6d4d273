package touchstone.sandbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends a box whose request has run out of time, so that the thread that waits for
/// the answer reads the end of the stream instead.
///
/// A request has overrun when the box has used CPU time up to the limit, or three
/// times the limit has passed: a starved machine is not charged to the submission,
/// and a sleeper ends nevertheless. CPU time is read when the limit has passed and
/// not with each request; a look at the clock is all that a quick call costs.
final class Watchdog {
    static final int WALL_FACTOR = 3;

    /// One thread for all boxes: it only looks and kills.
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("touchstone-watchdog").daemon().unstarted(task));
    private static final long SHORTEST_NANOS = Duration.ofMillis(20).toNanos();

    private final Box box;
    private boolean armed;
    private boolean expired;
    private boolean patient;
    private long startNanos;
    private long limitNanos;
    /// The earliest look that is already planned; a request that is over leaves its
    /// look behind for the next one to use.
    private boolean planned;
    private long plannedNanos;
    private Duration cpuKnown = Duration.ZERO;
    private long busyNanosSinceKnown;

    Watchdog(Box box) {
        this.box = box;
    }

    /// Starts the time of a request.
    ///
    /// @param startPatient whether only CPU time counts until three times the limit has passed
    synchronized void arm(Duration limit, boolean startPatient) {
        limitNanos = limit.toNanos();
        if (startPatient && busyNanosSinceKnown > limitNanos / 8) {
            cpuKnown = box.usage().cpu();
            busyNanosSinceKnown = 0;
        }
        armed = true;
        patient = startPatient;
        startNanos = System.nanoTime();
        long firstLook = startNanos + limitNanos;
        if (!planned || firstLook - plannedNanos < 0) {
            plan(firstLook);
        }
    }

    /// Ends the time of a request; true if it had run out.
    synchronized boolean disarm() {
        armed = false;
        busyNanosSinceKnown += System.nanoTime() - startNanos;
        return expired;
    }

    private void plan(long atNanos) {
        planned = true;
        plannedNanos = atNanos;
        var _ = TIMER.schedule(this::look, atNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (decide()) {
            box.end();
        }
    }

    private synchronized boolean decide() {
        planned = false;
        if (!armed || expired) {
            return false;
        }
        long wallNanos = System.nanoTime() - startNanos;
        if (wallNanos < limitNanos) {
            plan(startNanos + limitNanos);
            return false;
        }
        long cpuLeftNanos = patient ? cpuLeftNanos() : 0;
        long wallLeftNanos = WALL_FACTOR * limitNanos - wallNanos;
        if (cpuLeftNanos <= 0 || wallLeftNanos <= 0) {
            expired = true;
            return true;
        }
        long pauseNanos = Math.max(SHORTEST_NANOS, Math.min(cpuLeftNanos, wallLeftNanos));
        plan(System.nanoTime() + pauseNanos);
        return false;
    }

    /// CPU time that the request may still use. What earlier requests can have used
    /// since the last reading is not charged to this one.
    private long cpuLeftNanos() {
        long used = box.usage().cpu().minus(cpuKnown).toNanos();
        return limitNanos + busyNanosSinceKnown - used;
    }
}
