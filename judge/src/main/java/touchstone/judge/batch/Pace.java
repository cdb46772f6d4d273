package touchstone.judge.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How a batch gets on. Safe for use by several threads.
public final class Pace {
    /// Long enough to be calm, short enough to notice that something has changed.
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final int all;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> ends = new ArrayDeque<>();
    private final long start;
    private int done;
    private int running;

    /// @param all judgings that are to be done
    /// @param nanos a clock as [System#nanoTime()]
    public Pace(int all, LongSupplier nanos) {
        this.all = all;
        this.nanos = nanos;
        start = nanos.getAsLong();
    }

    /// At one moment.
    ///
    /// @param perSecond of late
    /// @param remaining at this rate; empty before anything is done
    public record Snapshot(int done, int all, int running, double perSecond, Optional<Duration> remaining) {}

    synchronized void begin() {
        running++;
    }

    synchronized void end(boolean counts) {
        running--;
        if (counts) {
            done++;
            ends.addLast(nanos.getAsLong());
            forget();
        }
    }

    private void forget() {
        long oldest = nanos.getAsLong() - WINDOW.toNanos();
        while (!ends.isEmpty() && ends.getFirst() < oldest) {
            ends.removeFirst();
        }
    }

    public synchronized Snapshot snapshot() {
        forget();
        long now = nanos.getAsLong();
        double seconds = Math.max(1e-3, Math.min(WINDOW.toNanos(), now - start) / 1e9);
        double rate = ends.size() / seconds;
        return new Snapshot(done, all, running, rate, rate == 0 ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((all - done) / rate * 1000))));
    }
}
