package touchstone.sandbox.backend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.BoxSpec.Program;

/// How the JVM inside a box is started.
public final class JvmFlags {
    static final String CACHE_IN_JRE = "lib/box.aot";
    private static final List<String> COMMON = List.of("-XX:+UseSerialGC", "-Xms16m", "-XX:-UsePerfData",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:+DisableAttachMechanism",
            "-XX:-UseContainerSupport", "--illegal-native-access=deny",
            "-Djdk.reflect.useNativeAccessorOnly=true", "-Djava.io.tmpdir=/tmp");

    private JvmFlags() {}

    /// The command line, as seen inside the box.
    ///
    /// @param program main class and arguments
    public static List<String> command(BoxSpec spec, List<String> program) {
        var limits = spec.limits();
        var flags = new ArrayList<>(List.of("/jre/bin/java"));
        flags.addAll(COMMON);
        flags.addAll(List.of("-XX:AOTCache=/jre/" + CACHE_IN_JRE, "-Xmx" + limits.heap().bytes(),
                "-Xss" + limits.stack().bytes(), "-XX:MaxMetaspaceSize=" + limits.metaspace().bytes(),
                "-XX:MaxDirectMemorySize=" + limits.direct().bytes(), "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                // warnings of the JVM on standard output would be taken for frames
                "-Xlog:disable", "-XX:+DisplayVMOutputToStderr"));
        flags.addAll(compiler(spec.jit()));
        if (spec.program() == Program.WORKER) {
            // compiling what a worker does a few hundred times costs more than it saves
            flags.add("-XX:CompileThresholdScaling=5");
        }
        flags.addAll(List.of("-m", ImageRecipe.MODULE + "/" + program.getFirst()));
        flags.addAll(program.subList(1, program.size()));
        return flags;
    }

    /// Runs a program outside of any box to record which classes it needs; profiles
    /// are left out, because they make short-lived JVMs slower.
    static List<String> rehearsal(String java, Path cache, String mainClass) {
        var flags = new ArrayList<>(List.of(java));
        flags.addAll(COMMON);
        flags.addAll(List.of("-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache, "-Xmx256m"));
        flags.addAll(compiler(Jit.LIGHT));
        flags.addAll(List.of("-m", ImageRecipe.MODULE + "/" + mainClass));
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
