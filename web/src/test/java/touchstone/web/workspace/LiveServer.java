package touchstone.web.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import touchstone.web.Main;

/// `serve` as people start it, in a process that can be killed and started again at the same address.
final class LiveServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    /// @param folder of the data, which nobody else has open
    LiveServer(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = process();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// With SIGKILL: it says goodbye to nobody.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() throws IOException {
        process = process();
    }

    /// Answers as soon as this returns.
    private Process process() throws IOException {
        var started = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dtouchstone.home=" + Path.of("..").toRealPath(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "serve", "--lang", "en",
                "--data", folder.toString(), "--port", Integer.toString(port), "--parallel", "1"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = started.inputReader();
        String line;
        do {
            line = said.readLine();
        } while (line != null && !line.contains(address()));
        if (line == null) {
            started.destroyForcibly();
            throw new IllegalStateException("the server did not start");
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {})); // or it would wait for us one day
        return started;
    }

    @Override
    public void close() {
        kill();
    }
}
