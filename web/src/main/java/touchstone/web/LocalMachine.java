package touchstone.web;

import java.io.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

    @Override
    public Sandbox sandbox(Consumer<String> progress) {
        return BubblewrapSandbox.open(environment, progress);
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
