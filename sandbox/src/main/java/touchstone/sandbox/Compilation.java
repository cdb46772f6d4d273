package touchstone.sandbox;

import java.util.List;

/// What the compiler made of a submission.
public sealed interface Compilation {
    List<Diagnostic> diagnostics();

    record Compiled(List<ClassFile> classes, List<Diagnostic> diagnostics) implements Compilation {
        public Compiled {
            classes = List.copyOf(classes);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// The source is wrong, or too much for the compiler; the diagnostics say which.
    record Rejected(List<Diagnostic> diagnostics) implements Compilation {
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
