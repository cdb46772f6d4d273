package touchstone.sandbox.worker;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// Attacks the box it runs in, in the worker's place, and says what was refused:
/// the judge refuses to grade unless all of it was.
public final class Canary {
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LD_LIBRARY_PATH", "PWD");

    private final Path home;
    private final int port;
    private final long memory;
    private final int threads;

    private Canary(Path home, int port, long memory, int threads) {
        this.home = home;
        this.port = port;
        this.memory = memory;
        this.threads = threads;
    }

    /// One line for each attack: its name, and `refused` or `succeeded`.
    ///
    /// @param arguments the judge's home, a port that the judge listens on, and the limits of memory in
    ///        bytes, and of threads
    public static void main(String[] arguments) {
        var canary = new Canary(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (var attack : Attack.values()) {
            out.println(attack + (canary.succeeds(attack) ? " succeeded" : " refused"));
        }
    }

    private boolean succeeds(Attack attack) {
        try {
            return attempt(attack);
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // sockets fail as early as in a static initialiser, hence the LinkageError
            return false;
        }
    }

    private boolean attempt(Attack attack) throws IOException {
        return switch (attack) {
            case READ_FILES -> Files.exists(Path.of("/etc/passwd")) || Files.exists(home);
            case SEE_PROCESSES -> new File("/proc/1").exists();
            case SEE_ENVIRONMENT -> !ENVIRONMENT.containsAll(System.getenv().keySet());
            case CONNECT -> connect();
            case SEND -> send();
            case LISTEN -> listen();
            case RUN_PROGRAM -> new ProcessBuilder("/app/sh", "-c", ":").start().isAlive();
            case WRITE_FILES -> writes("/")
                    || writes("/tmp")
                    || writes("/jre")
                    || writes("/app")
                    || writes("/dev")
                    || writes("/lib");
            case LOCK_FILE -> lock();
            case TAKE_MEMORY -> takeMemory();
            case START_THREADS -> startThreads();
        };
    }

    private boolean connect() throws IOException {
        try (var channel = SocketChannel
                .open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return channel.isConnected();
        }
    }

    private boolean send() throws IOException {
        try (var channel = DatagramChannel.open()) {
            var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return channel.send(ByteBuffer.allocate(1), target) > 0;
        }
    }

    private static boolean listen() throws IOException {
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.bind(UnixDomainSocketAddress.of("/tmp/canary-socket")).isOpen();
        }
    }

    private static boolean writes(String folder) {
        try {
            Files.write(Path.of(folder, "canary"), new byte[1]);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean lock() throws IOException {
        try (var channel = FileChannel.open(Path.of("/jre/release"), StandardOpenOption.READ);
                var lock = channel.lock(0, Long.MAX_VALUE, true)) {
            return lock.isValid();
        }
    }

    private boolean takeMemory() {
        try (var arena = Arena.ofConfined()) {
            return arena.allocate(memory).byteSize() > 0;
        }
    }

    private boolean startThreads() {
        var end = new CountDownLatch(1);
        try {
            for (int i = 0; i < threads; i++) {
                Thread.ofPlatform().daemon().start(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            return true;
        } finally {
            end.countDown();
        }
    }

    /// What is tried, in this order.
    public enum Attack {
        READ_FILES,
        SEE_PROCESSES,
        SEE_ENVIRONMENT,
        CONNECT,
        SEND,
        LISTEN,
        RUN_PROGRAM,
        WRITE_FILES,
        LOCK_FILE,
        TAKE_MEMORY,
        START_THREADS
    }
}
