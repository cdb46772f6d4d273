package touchstone.web;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import touchstone.sandbox.Priority;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;
import touchstone.web.serve.Machine;

/// This machine, with bubblewrap.
record LocalMachine(Map<String, String> environment) implements Machine {
    @Override
    public Path cache() {
        return CacheFolder.locate(environment);
    }

    /// Whoever waits for a page comes before whoever waits for a verdict.
    @Override
    public Sandbox sandbox(Consumer<String> progress) {
        return BubblewrapSandbox.open(environment, Priority.LOW, progress);
    }

    @Override
    public Optional<String> password(String prompt) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", prompt))
                .map(String::new);
    }

    @Override
    public void onExit(Runnable work) {
        Runtime.getRuntime().addShutdownHook(new Thread(work, "exit"));
    }
}
