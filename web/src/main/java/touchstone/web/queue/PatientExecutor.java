package touchstone.web.queue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Threads that are never interrupted: H2 closes its file under whoever is interrupted while using it. What still
/// runs at the end is left behind, and does not keep the process alive.
final class PatientExecutor extends ThreadPoolExecutor {
    private final Runnable afterEach;
    private final Runnable uponImpatience;
    private volatile boolean leftBehind;

    /// As many threads as this.
    ///
    /// @param uponImpatience called where others would be interrupted
    PatientExecutor(String name, int threads, Runnable afterEach, Runnable uponImpatience) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        this.afterEach = afterEach;
        this.uponImpatience = uponImpatience;
    }

    @Override
    protected void afterExecute(Runnable done, Throwable failure) {
        afterEach.run();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        leftBehind = true;
        uponImpatience.run();
        return List.of();
    }

    /// db-scheduler waits as long again for those that it believes to be interrupted.
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return super.awaitTermination(
                leftBehind ? Math.min(timeout, unit.convert(1, TimeUnit.SECONDS)) : timeout, unit);
    }

    boolean leftBehind() {
        return leftBehind;
    }
}
