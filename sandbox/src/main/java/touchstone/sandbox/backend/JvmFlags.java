package touchstone.sandbox.backend;

import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxSpec.Jit;

/// How the JVM inside a box is started.
public final class JvmFlags {
    /// The archive of an image fits only the garbage collector it was made for.
    static final List<String> FOR_ARCHIVE = List.of("-XX:+UseSerialGC", "-Xmx128m");

    private JvmFlags() {}

    /// The command line, as seen inside the box.
    ///
    /// @param program
    ///            main class and arguments
    public static List<String> command(BoxSpec spec, List<String> program) {
        var limits = spec.limits();
        var flags = new ArrayList<>(
                List.of("/jre/bin/java", "-XX:+UseSerialGC", "-Xms16m", "-Xmx" + limits.heap().bytes(),
                        "-Xss" + limits.stack().bytes(), "-XX:MaxMetaspaceSize=" + limits.metaspace().bytes(),
                        "-XX:MaxDirectMemorySize=" + limits.direct().bytes()));
        flags.addAll(compiler(spec.jit()));
        flags.addAll(List.of("-XX:-UsePerfData", "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0", "-XX:+DisableAttachMechanism", "-XX:-UseContainerSupport",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
                // warnings of the JVM on standard output would be taken for frames
                "-Xlog:disable", "-XX:+DisplayVMOutputToStderr", "--illegal-native-access=deny",
                "-Djdk.reflect.useNativeAccessorOnly=true", "-Djava.io.tmpdir=/tmp", "-m",
                ImageRecipe.MODULE + "/" + program.getFirst()));
        flags.addAll(program.subList(1, program.size()));
        return flags;
    }

    private static List<String> compiler(Jit jit) {
        return switch (jit) {
            case LIGHT -> List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=32m");
            case HEAVY -> List.of("-XX:ReservedCodeCacheSize=64m", "-XX:Tier4InvocationThreshold=100000",
                    "-XX:Tier4MinInvocationThreshold=12000", "-XX:Tier4CompileThreshold=300000",
                    "-XX:Tier4BackEdgeThreshold=800000");
        };
    }
}
