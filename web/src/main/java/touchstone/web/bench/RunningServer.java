package touchstone.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server of this checkout as a process of its own.
final class RunningServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final String address;

    private RunningServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it and waits until it says where it is.
    ///
    /// @param command that starts Touchstone
    /// @param options of `serve`
    static RunningServer start(List<String> command, List<String> options) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of("serve", "--port", "0", "--lang", "en"));
        all.addAll(options);
        var process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                drain(lines);
                return new RunningServer(process, found.group());
            }
        }
        throw new IOException("the server ended before it was up: " + process.onExit().join().exitValue());
    }

    /// Or the pipe would be full one day.
    private static void drain(BufferedReader lines) {
        Thread.ofVirtual().start(() -> {
            try {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // ended
            }
        });
    }

    String address() {
        return address;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The most memory it ever had, as the kernel counts it.
    long residentBytesMax() {
        return residentBytesMax(Path.of("/proc", Long.toString(process.pid()), "status"));
    }

    static long residentBytesMax(Path status) {
        try {
            var found = RESIDENT.matcher(Files.readString(status));
            return found.find() ? Long.parseLong(found.group(1)) * 1024 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks it to end, and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
