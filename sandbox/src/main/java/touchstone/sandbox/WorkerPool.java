package touchstone.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.BoxSpec.Program;

/// Workers started ahead. A worker that was handed out never comes back; the pool refills in the
/// background once the judging that took it is over, because a start during a run competes with
/// the suite for the same cores.
public final class WorkerPool implements AutoCloseable {
    /// A start that fails is tried so often before it is somebody's exception.
    private static final int ATTEMPTS = 3;

    private final Sandbox sandbox;
    private final Limits limits;
    private final BoxSpec usual;
    private final int size;
    private final Deque<Worker> ready = new ArrayDeque<>();
    /// Starts that the background thread still owes, the one it is at included.
    private int owed;
    private int waiting;
    private int failures;
    private boolean closed;

    public WorkerPool(Sandbox sandbox, Limits limits, int size) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.size = size;
        usual = new BoxSpec(Program.WORKER, limits.box(), Jit.LIGHT);
        owed = size;
        Thread.ofPlatform().name("touchstone-worker-pool").daemon().start(this::fill);
    }

    /// One worker more than cores, and no more than a quarter of the free memory can hold.
    public static int usualSize(Limits limits) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.clamp(freeBytes() / 4 / limits.box().data().bytes(), 1, cores + 1);
    }

    private static long freeBytes() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /// A worker that has said hello: one started ahead if its spec is the usual one, else a new
    /// one.
    ///
    /// @throws SandboxException when none can be started
    public Worker take(BoxSpec spec) {
        if (spec.equals(usual)) {
            Worker worker = nextReady();
            while (worker != null) {
                if (worker.responds()) {
                    return worker;
                }
                worker.close();
                replace();
                worker = nextReady();
            }
        }
        return start(spec);
    }

    /// The next of those started ahead. One taker waits for a start that is under way; others
    /// are better off with starts of their own.
    private synchronized @Nullable Worker nextReady() {
        if (waiting == 0) {
            waiting++;
            try {
                while (ready.isEmpty() && owed > 0 && !closed) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SandboxException("interrupted while waiting for a worker", e);
            } finally {
                waiting--;
            }
        }
        return ready.poll();
    }

    private synchronized void replace() {
        owed++;
        notifyAll();
    }

    private Worker start(BoxSpec spec) {
        for (int attempt = 1;; attempt++) {
            try {
                return Worker.start(sandbox, spec, limits);
            } catch (SandboxException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Lets the pool start as many workers as were taken; called after a verdict.
    public synchronized void refill() {
        owed = Math.max(0, size - ready.size());
        notifyAll();
    }

    private void fill() {
        while (awaitWork()) {
            Worker worker;
            try {
                worker = Worker.start(sandbox, usual, limits);
            } catch (RuntimeException e) {
                worker = null; // whoever takes next tries too and gets the exception
            }
            settle(worker);
        }
    }

    /// False when the pool is closed.
    private synchronized boolean awaitWork() {
        try {
            while (owed == 0 && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        return !closed;
    }

    private synchronized void settle(@Nullable Worker worker) {
        if (worker == null) {
            failures++;
            if (failures == ATTEMPTS) {
                failures = 0;
                owed = 0;
            }
        } else if (closed) {
            worker.close();
        } else {
            failures = 0;
            owed = Math.max(0, owed - 1);
            ready.add(worker);
        }
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        ready.forEach(Worker::close);
        ready.clear();
        notifyAll();
    }
}
