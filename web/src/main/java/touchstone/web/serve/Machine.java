package touchstone.web.serve;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import touchstone.sandbox.Sandbox;

/// What the commands need of the machine.
public interface Machine {
    Map<String, String> environment();

    /// Where images, compiled suites and measured limits are kept between runs.
    Path cache();

    /// Opens it; whoever asked closes it.
    ///
    /// @param progress is told what takes longer than a moment
    /// @throws touchstone.sandbox.SandboxException when this machine cannot isolate submissions
    Sandbox sandbox(Consumer<String> progress);

    /// What somebody types without its being seen; nothing, where there is no terminal.
    Optional<String> password(String prompt);

    /// Runs this when the process is asked to end.
    void onExit(Runnable work);
}
