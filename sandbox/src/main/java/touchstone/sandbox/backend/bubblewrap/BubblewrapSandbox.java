package touchstone.sandbox.backend.bubblewrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Box;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Isolation;
import touchstone.sandbox.Priority;
import touchstone.sandbox.Safeguard;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.Architecture;
import touchstone.sandbox.backend.BoxImages;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.Preflight;
import touchstone.sandbox.backend.SeccompPolicy;
import touchstone.sandbox.backend.ThisUser;
import touchstone.sandbox.worker.Canary.Attack;

/// Boxes made with bubblewrap.
public final class BubblewrapSandbox implements Sandbox {
    private static final Duration PREFLIGHT_PATIENCE = Duration.ofSeconds(30);

    private final BoxImages images;
    private final BoxCommand command;
    private final Users users;
    private final Priority priority;
    private final Set<BubblewrapBox> alive = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Box> early = new AtomicReference<>();
    /// bubblewrap dies with the *thread* that started it, so one thread starts all
    /// of them and lives as long as we do.
    private final ExecutorService spawner = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("box-spawner").factory());

    private BubblewrapSandbox(BoxImages images, BoxCommand command, Users users, Priority priority) {
        this.images = images;
        this.command = command;
        this.users = users;
        this.priority = priority;
    }

    /// Finds or builds everything that boxes need, and makes sure by attacks from
    /// inside a box that they hold.
    ///
    /// @param environment of this process; see [CacheFolder]
    /// @param progress is told, in a sentence, what takes longer than a moment
    /// @throws SandboxException when something is missing, with the remedy; there is no fallback to less
    ///        isolation
    public static BubblewrapSandbox open(Map<String, String> environment, Consumer<String> progress) {
        return open(environment, Priority.NORMAL, progress);
    }

    /// The same with boxes of this priority.
    ///
    /// @throws SandboxException as [#open(Map, Consumer)]
    public static BubblewrapSandbox open(
            Map<String, String> environment,
            Priority priority,
            Consumer<String> progress) {
        var root = ThisUser.isRoot();
        var programs = Programs.find(root);
        var cache = CacheFolder.locate(environment);
        var images = BoxImages.open(cache, progress);
        var sandbox = open(images, programs, cache, root, priority);
        try {
            sandbox.startEarly();
            sandbox.preflight();
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    static BubblewrapSandbox open(
            BoxImages images,
            Programs programs,
            Path cache,
            boolean root,
            Priority priority) {
        var filter = SeccompPolicy.cached(cache, Architecture.current());
        var users = root ? UidPool.open(UidPool.LOCKS) : new Users.Ourselves();
        var sandbox = new BubblewrapSandbox(images, new BoxCommand(programs, filter), users, priority);
        if (priority == Priority.LOW) {
            sandbox.inSpawner(() -> {
                Niceness.lowerThisThread();
                return true;
            });
        }
        return sandbox;
    }

    @Override
    public Isolation isolation() {
        var safeguards = EnumSet.complementOf(EnumSet.of(switch (users) {
            case UidPool _ -> Safeguard.USER_OF_THE_JUDGE;
            case Users.Ourselves _ -> Safeguard.USER_OF_ITS_OWN;
        }));
        return new Isolation("bubblewrap", safeguards);
    }

    /// Attacks a box from inside; throws unless everything was refused.
    void preflight() {
        var spec = BoxSpec.worker();
        try (var preflight = new Preflight()) {
            var box = start(spec, preflight.program(spec.limits()));
            try (box) {
                var refused = preflight.hear(box, PREFLIGHT_PATIENCE);
                if (refused.size() < Attack.values().length) {
                    box.end();
                    throw new SandboxException(
                            refused.isEmpty() ? new Diagnosis(Path.of("/")).explain(box.errorBeginning())
                                    : "the check of the sandbox broke off after " + refused + ": "
                                            + box.errorBeginning());
                }
            }
        }
    }

    /// The compiler's JVM needs longer to start than the preflight takes. Nobody holds this box, so nobody
    /// can send it a byte, before the preflight has passed and [#open] returned.
    private void startEarly() {
        early.set(startNow(BoxSpec.compiler()));
    }

    @Override
    public Box start(BoxSpec spec) {
        var started = spec.equals(BoxSpec.compiler()) ? early.getAndSet(null) : null;
        return started != null ? started : startNow(spec);
    }

    private BubblewrapBox startNow(BoxSpec spec) {
        return start(spec, List.of(images.image(spec.program()).mainClass()));
    }

    /// Starts another program of the same image.
    BubblewrapBox start(BoxSpec spec, List<String> program) {
        var uid = users.take();
        try {
            return register(spawn(command.of(spec, images.image(spec.program()), program, uid)), spec, uid);
        } catch (RuntimeException e) {
            users.giveBack(uid);
            throw e;
        }
    }

    private BubblewrapBox register(Process process, BoxSpec spec, OptionalInt uid) {
        var box = new BubblewrapBox(process, spec.limits().errorOutput().bytes(), priority, ended -> {
            alive.remove(ended);
            users.giveBack(uid);
        });
        alive.add(box);
        return box;
    }

    private Process spawn(List<String> line) {
        return inSpawner(() -> {
            var builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
            builder.environment().clear();
            return builder.start();
        });
    }

    private <T> T inSpawner(Callable<T> task) {
        try {
            return spawner.submit(task).get();
        } catch (ExecutionException e) {
            throw new SandboxException("cannot start a box: " + e.getCause(), e);
        } catch (RejectedExecutionException e) {
            throw new SandboxException("the sandbox is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while starting a box", e);
        }
    }

    @Override
    public void close() {
        spawner.shutdown();
        alive.forEach(BubblewrapBox::end);
        users.close();
    }
}
