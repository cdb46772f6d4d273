package touchstone.exercises;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import touchstone.judge.Judge;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;

/// The sandbox that everybody is graded in, with a judge in it.
record Boxes(Sandbox sandbox, Judge judge) implements AutoCloseable {
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /// Skips the tests where nothing can be boxed, unless nothing may be skipped.
    static Boxes open(Path cache) {
        try {
            var sandbox = BubblewrapSandbox.open(System.getenv(), _ -> {});
            return new Boxes(sandbox,
                    Judge.open(sandbox, Limits.defaults(), cache, CORES, CORES, System::nanoTime));
        } catch (SandboxException e) {
            if ("all".equals(System.getenv("TOUCHSTONE_REQUIRE"))) {
                throw e;
            }
            return Assumptions.abort(e.toString());
        }
    }

    @Override
    public void close() {
        try (sandbox) {
            judge.close();
        }
    }
}
