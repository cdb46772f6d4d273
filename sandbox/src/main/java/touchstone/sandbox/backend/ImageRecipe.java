package touchstone.sandbox.backend;

import java.util.List;
import java.util.Optional;
import touchstone.sandbox.BoxSpec.Program;

/// What goes into the image of one program.
///
/// @param rehearsed the program whose [Rehearsal] the image is archived after; empty for what does not
///        speak the protocol
/// @param packages of ours, the main class's package first
/// @param modules of the JDK
/// @param mainClass what a box starts
record ImageRecipe(
        Optional<Program> rehearsed,
        List<String> packages,
        List<String> modules,
        String mainClass) {
    static final String MODULE = "touchstone.box";

    ImageRecipe {
        packages = List.copyOf(packages);
        modules = List.copyOf(modules);
    }

    static ImageRecipe of(Program program) {
        return switch (program) {
            // java.logging is for the compiler of formulas, see docs/adr/0008
            case WORKER -> new ImageRecipe(Optional.of(program),
                    List.of("touchstone.sandbox.worker", "touchstone.sandbox.wire"),
                    List.of("java.base", "java.logging"), "touchstone.sandbox.worker.Main");
            case COMPILER -> new ImageRecipe(Optional.of(program),
                    List.of("touchstone.sandbox.compiler", "touchstone.sandbox.wire"),
                    List.of("java.base", "jdk.compiler"), "touchstone.sandbox.compiler.Main");
        };
    }
}
