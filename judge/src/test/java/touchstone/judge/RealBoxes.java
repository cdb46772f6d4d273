package touchstone.judge;

import org.junit.jupiter.api.Assumptions;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.bubblewrap.BubblewrapSandbox;

/// The sandbox that everybody is graded in, for tests that need it.
public final class RealBoxes {
    private RealBoxes() {}

    /// Skips the test where there is none, unless everything is required to run.
    public static BubblewrapSandbox open() {
        try {
            return BubblewrapSandbox.open(System.getenv(), _ -> {});
        } catch (SandboxException e) {
            if ("all".equals(System.getenv("TOUCHSTONE_REQUIRE"))) {
                throw e;
            }
            return Assumptions.abort(e.toString());
        }
    }
}
