package touchstone.judge.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// Contract, suite and JUnit as a class path on disk, for pipelines that start processes of their own.
///
/// @param classes the compiled contract and suite
/// @param classPath all that a JUnit console needs, the submission excepted
record SuiteFolder(Path classes, String classPath, String suiteName) {
    /// Compiles an exercise's contract and suite into a folder, and registers there who hands the
    /// submission to the suite.
    static SuiteFolder create(Path exercise, String contractName, Path target) throws IOException {
        var running = System.getProperty("java.class.path");
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", running, "-d", target.toString(),
                        exercise.resolve(contractName + ".java").toString(),
                        exercise.resolve(contractName + "Suite.java").toString());
        if (compiled != 0) {
            throw new IOException("the benchmark's own suite does not compile: " + exercise);
        }
        var services = Files.createDirectories(target.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.junit.platform.launcher.LauncherSessionListener"),
                DirectSession.class.getName());
        return new SuiteFolder(target, String.join(File.pathSeparator, List.of(target.toString(), running)),
                "exercise.hidden." + contractName + "Suite");
    }

    Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    String java(String program) {
        return javaHome().resolve("bin").resolve(program).toString();
    }
}
