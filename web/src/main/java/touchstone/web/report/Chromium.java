package touchstone.web.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's Chromium as a printer. It sees one file of ours and reaches no network. The file's own policy forbids
/// scripts: to turn them off altogether would turn off printing, which Chromium does by a script of its own.
///
/// Each report lies in a folder of its own while it is printed. What a killed server left there, the next one that
/// prints takes away.
public final class Chromium {
    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable");
    private static final Duration TIME_MAX = Duration.ofSeconds(30);
    /// Older folders belong to nobody that still runs.
    private static final Duration AGE_MAX = TIME_MAX.multipliedBy(4);
    private static final String FOLDER = "touchstone-print";
    private static final int COMPLAINT_CHARACTERS_MAX = 1000;
    private static final List<String> SETTINGS = List.of("--headless", "--disable-gpu",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-default-apps", "--disable-sync", "--disable-quic", "--disable-crash-reporter",
            "--disable-breakpad", "--no-first-run", "--no-default-browser-check", "--no-pings",
            "--disable-dev-shm-usage", "--mute-audio", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer");

    private final Path program;
    private final String searchPath;
    private final boolean root;
    private final Path desk;

    private Chromium(Path program, String searchPath, boolean root, Path desk) {
        this.program = program;
        this.searchPath = searchPath;
        this.root = root;
        this.desk = desk;
    }

    /// Where the environment's `PATH` leads to.
    ///
    /// @param user whose the process is: for root, Chromium has no sandbox
    /// @param desk where it keeps files while it prints
    public static Optional<Chromium> find(Map<String, String> environment, String user, Path desk) {
        var path = environment.getOrDefault("PATH", "");
        var folders = Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, path, user.equals("root"), desk));
    }

    /// A page as PDF.
    ///
    /// @throws IOException when Chromium failed or took too long
    byte[] print(String html) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(desk, FOLDER); // for its owner alone
        try {
            sweep(folder.toFile().lastModified());
            var page = Files.writeString(folder.resolve("report.html"), html);
            var pdf = folder.resolve("report.pdf");
            run(folder, page, pdf);
            if (!Files.exists(pdf)) {
                throw new IOException(program + " printed nothing: " + complaint(folder));
            }
            return Files.readAllBytes(pdf);
        } finally {
            delete(folder);
        }
    }

    private void run(Path folder, Path page, Path pdf) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(SETTINGS);
        if (root) {
            command.add("--no-sandbox");
        }
        command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--print-to-pdf=" + pdf,
                page.toUri().toString()));
        var builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("complaints").toFile());
        // whatever the server's environment holds is none of a browser's business
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", searchPath, "HOME", folder.toString(), "LANG", "C.UTF-8"));
        var process = builder.start();
        try {
            if (!process.waitFor(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        program + " took more than " + TIME_MAX.toSeconds() + " s: " + complaint(folder));
            }
        } finally {
            end(process);
        }
    }

    private static void end(Process process) throws InterruptedException {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    private static String complaint(Path folder) throws IOException {
        var file = folder.resolve("complaints");
        var text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.length() <= COMPLAINT_CHARACTERS_MAX ? text
                : text.substring(text.length() - COMPLAINT_CHARACTERS_MAX);
    }

    private void sweep(long now) throws IOException {
        try (var folders = Files.newDirectoryStream(desk, FOLDER + "*")) {
            for (var folder : folders) {
                if (folder.toFile().lastModified() < now - AGE_MAX.toMillis()) {
                    delete(folder);
                }
            }
        }
    }

    /// As far as it can be done now: a helper of the browser that outlives it for a moment may still write there, and
    /// another user's folders are not ours. A later sweep comes by again.
    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} stays for the next sweep", folder, e);
        }
    }
}
