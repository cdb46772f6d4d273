package touchstone.web.serve;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;
import touchstone.web.page.Routes.Route;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;
import touchstone.web.testing.Entrance;

/// The whole server as `serve` starts it, with the real catalogue, on a free port. What tests read and write beside
/// it goes through connections of their own.
final class RealServer implements AutoCloseable {
    static final List<Path> EXERCISES = List.of(Path.of("../exercises"));

    private final Server server;
    private final Store store;
    private final InstantSource clock;

    private RealServer(Server server, DatabaseAddress address, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        store = Store.open(address);
    }

    /// Where no box can be made, so that nothing is judged.
    static RealServer withoutBoxes(DatabaseAddress address, InstantSource clock) {
        return start(new Plain(Map.of(), Path.of("target", "suites")), address, clock);
    }

    static RealServer withBoxes(DatabaseAddress address, InstantSource clock) {
        return start(new Boxed(System.getenv()), address, clock);
    }

    private static RealServer start(Machine machine, DatabaseAddress address, InstantSource clock) {
        var settings = new Server.Settings("127.0.0.1", 0, false, 1, EXERCISES);
        return new RealServer(Server.start(machine, address, settings, clock), address, clock);
    }

    Store store() {
        return store;
    }

    List<Route> routes() {
        return server.routes();
    }

    String address() {
        return server.address();
    }

    Entrance entrance() {
        return new Entrance(store, address(), clock);
    }

    private record Plain(Map<String, String> environment, Path cache) implements Machine {
        @Override
        public Sandbox sandbox(Consumer<String> progress) {
            throw new SandboxException("no box: /srv/operators/eyes/only");
        }

        @Override
        public Optional<String> password(String prompt) {
            return Optional.empty();
        }

        @Override
        public void onExit(Runnable work) {
            throw new IllegalStateException("tests end it themselves");
        }
    }

    private record Boxed(Map<String, String> environment) implements Machine {
        @Override
        public Path cache() {
            return CacheFolder.locate(environment);
        }

        @Override
        public Sandbox sandbox(Consumer<String> progress) {
            return BubblewrapSandbox.open(environment, progress);
        }

        @Override
        public Optional<String> password(String prompt) {
            return Optional.empty();
        }

        @Override
        public void onExit(Runnable work) {
            throw new IllegalStateException("tests end it themselves");
        }
    }

    @Override
    public void close() {
        try (store) {
            server.close();
        }
    }
}
