package touchstone.judge;

import java.util.List;
import touchstone.sandbox.Diagnostic;

/// What came of asking the compiler alone, as a candidate types.
public sealed interface Check {
    /// What the compiler said.
    ///
    /// @param diagnostics none when all is well
    record Checked(List<Diagnostic> diagnostics) implements Check {
        public Checked {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// Nothing is known: others are asking too, or the compiler took too long. Asking again later is fine.
    record Busy() implements Check {}
}
