package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import touchstone.sandbox.SandboxException;

/// The few files of this machine that a JVM needs in its box: the dynamic
/// loader, the C library, a shell. The loader itself is asked where they are,
/// because every distribution and architecture puts them elsewhere.
record HostLibraries(Path shell, List<Path> files) {
    private static final Pattern RESOLVED = Pattern.compile("\\s=> (/\\S+) \\(0x");
    private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");
    private static final List<Path> SHELLS = List.of(Path.of("/bin/dash"), Path.of("/usr/bin/dash"),
            Path.of("/bin/sh"));

    static HostLibraries find(Architecture architecture, Path javaHome) {
        var shell = SHELLS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new SandboxException("no shell found at any of " + SHELLS));
        var files = new TreeSet<Path>();
        files.add(architecture.loader());
        for (var program : List.of(shell, javaHome.resolve("bin/java"),
                javaHome.resolve("lib/server/libjvm.so"), javaHome.resolve("lib/libnio.so"),
                javaHome.resolve("lib/libzip.so"))) {
            files.addAll(neededBy(program, architecture.loader(), javaHome));
        }
        files.removeIf(file -> file.normalize().startsWith(javaHome));
        return new HostLibraries(shell, List.copyOf(files));
    }

    private static List<Path> neededBy(Path program, Path loader, Path javaHome) {
        try {
            var own = javaHome.resolve("lib") + ":" + javaHome.resolve("lib/server");
            var process = new ProcessBuilder(loader.toString(), "--library-path", own, "--list",
                    program.toString()).redirectErrorStream(true).start();
            var listing = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || MISSING.matcher(listing).find()) {
                throw new SandboxException(
                        "cannot find the libraries of " + program + ": " + listing.strip());
            }
            var found = new ArrayList<Path>();
            RESOLVED.matcher(listing).results().forEach(match -> found.add(Path.of(match.group(1))));
            return found;
        } catch (IOException e) {
            throw new SandboxException(
                    "cannot run the dynamic loader " + loader + "; boxes need a Linux with the GNU C library",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while looking for libraries", e);
        }
    }
}
