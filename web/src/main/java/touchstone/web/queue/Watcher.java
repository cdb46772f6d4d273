package touchstone.web.queue;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one listener how far one judging is, in a thread of its own. A listener that is slower than the judge
/// misses what lies between and hears the latest.
final class Watcher implements JudgingQueue.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final Consumer<JudgingProgress> listener;
    private final Consumer<Watcher> upon;
    private @Nullable JudgingProgress latest;
    private boolean news;
    private boolean telling;
    private boolean closed;

    /// Tells this listener.
    ///
    /// @param upon called once, when it has told of the end or is closed
    Watcher(Consumer<JudgingProgress> listener, Consumer<Watcher> upon) {
        this.listener = listener;
        this.upon = upon;
    }

    /// From the judge, who is always right.
    synchronized void hear(JudgingProgress progress) {
        if (closed || progress.equals(latest) || latest instanceof JudgingProgress.Done) {
            return;
        }
        latest = progress;
        news = true;
        if (!telling) {
            telling = true;
            Thread.ofVirtual().name("watcher").start(this::tell);
        }
    }

    /// How far it was when the listener came, unless something newer was heard meanwhile.
    synchronized void begin(JudgingProgress progress) {
        if (latest == null) {
            hear(progress);
        }
    }

    /// From the database, which may have been read before the judge went on.
    synchronized void read(JudgingProgress progress) {
        if (progress instanceof JudgingProgress.Done
                || latest == null
                || latest instanceof JudgingProgress.Queued) {
            hear(progress);
        }
    }

    private void tell() {
        var next = next();
        while (next != null) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.debug("a listener is gone", e);
                close();
            }
            if (next instanceof JudgingProgress.Done) {
                close();
            }
            next = next();
        }
    }

    private synchronized @Nullable JudgingProgress next() {
        telling = news && !closed;
        news = false;
        return telling ? latest : null;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        upon.accept(this);
    }
}
