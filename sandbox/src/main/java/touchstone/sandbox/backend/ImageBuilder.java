package touchstone.sandbox.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import touchstone.sandbox.SandboxException;

/// Builds one image beside its place and moves it there in one step, so that
/// nobody ever sees half of it and parallel builders cannot hurt each other.
record ImageBuilder(
        Path javaHome,
        HostLibraries host,
        ImageRecipe recipe,
        SortedMap<String, byte[]> classes) {
    /// Counts up when the content of images changes for the same input.
    static final int LAYOUT = 4;

    private static final long PATIENCE_SECONDS = 120;

    /// Unless it exists already. Whoever else wants the same image waits, in this process or another.
    void build(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.setPosixFilePermissions(place.getParent(), Permissions.READABLE);
        synchronized (ImageBuilder.class) { // locks of files are between processes only
            try (var file = FileChannel.open(place.resolveSibling(place.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = file.lock()) {
                if (!Files.isDirectory(place)) {
                    buildLocked(place);
                }
            }
        }
    }

    private void buildLocked(Path place) throws IOException {
        var work = place.resolveSibling(".building-" + place.getFileName());
        delete(work); // left by a builder that was killed: we hold the lock
        Files.createDirectory(work);
        try {
            var root = Files.createDirectory(work.resolve("root"));
            link(work, root.resolve("jre"));
            copyHostFiles(root);
            archiveClasses(root.resolve("jre"));
            Permissions.makeReadable(root);
            Files.move(root, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private void link(Path work, Path jre) throws IOException {
        var module = Files.createDirectory(work.resolve("module"));
        for (var each : classes.entrySet()) {
            var file = module.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        Files.write(module.resolve("module-info.class"),
                BoxClasses.moduleInfo(recipe.modules(), classes.keySet()));
        var messages = new StringWriter();
        var writer = new PrintWriter(messages);
        var jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new SandboxException(
                        "this Java has no jlink: " + javaHome + " is not a complete JDK"));
        // running jlink in our own JVM saves starting another
        if (jlink.run(writer, writer, "--module-path", module.toString(), "--add-modules", ImageRecipe.MODULE,
                "--no-header-files", "--no-man-pages", "--output", jre.toString()) != 0) {
            throw new SandboxException("jlink failed: " + messages.toString().strip());
        }
    }

    private void copyHostFiles(Path root) throws IOException {
        for (var file : host.files()) {
            var copy = root.resolve(file.toString().substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.createDirectory(root.resolve("app"));
        Files.copy(host.shell(), root.resolve("app/sh"));
        Files.createDirectory(root.resolve("tmp"));
        var dev = Files.createDirectory(root.resolve("dev"));
        for (var device : List.of("null", "random", "urandom")) {
            Files.createFile(dev.resolve(device));
        }
    }

    /// A JVM without an archive of preloaded classes needs three times as long to
    /// say hello. The second archive is made from a [Rehearsal] of our program itself. It holds our classes
    /// too, and what linking them resolved. Should it ever not fit the JVM's flags, the JVM falls back to the first by
    /// itself.
    private void archiveClasses(Path jre) throws IOException {
        var java = jre.resolve("bin/java").toString();
        run(List.of(java, "-XX:+UseSerialGC", "-Xmx128m", "-Xshare:dump"), List.of());
        if (classes.containsKey(recipe.mainClass().replace('.', '/') + ".class")) {
            run(JvmFlags.rehearsal(java, jre.resolve(JvmFlags.CACHE_IN_JRE), recipe.mainClass()),
                    recipe.rehearsed().map(Rehearsal::of).orElse(List.of()));
        }
    }

    private static void run(List<String> command, List<byte[]> requests) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var in = process.getInputStream();
        // whatever keeps it from ending, nobody waits for ever
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        try (var out = process.getOutputStream()) {
            for (var request : requests) {
                skipFrame(in);
                out.write(request);
                out.flush();
            }
        }
        var messages = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new SandboxException("cannot archive the classes of a box image: " + messages.strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while building a box image", e);
        }
    }

    /// The hello, or the answer to the request before; how it ends is seen when the program has ended.
    private static void skipFrame(InputStream in) throws IOException {
        var length = ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        if (length.remaining() == Integer.BYTES) {
            in.skipNBytes(length.getInt());
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
