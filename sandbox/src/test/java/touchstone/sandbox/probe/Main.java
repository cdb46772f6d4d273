package touchstone.sandbox.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/// Does in a box what one line on its standard input asks for, and answers with
/// one line: the shortest possible stand-in for a hostile submission.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line));
        }
    }

    private static String answer(String request) {
        var words = request.split(" ", 2);
        try {
            return run(words[0], words.length > 1 ? words[1] : "");
        } catch (Throwable e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String run(String verb, String argument) throws Exception {
        return switch (verb) {
            case "echo" -> argument;
            case "exit" -> exit(Integer.parseInt(argument));
            case "spin" -> spin();
            case "stderr" -> stderr(Integer.parseInt(argument));
            case "native" -> allocate(Long.parseLong(argument));
            case "read" -> Files.readString(Path.of(argument));
            case "list" -> String.join(" ", list(argument));
            case "write" -> write(argument);
            case "environment" -> System.getenv().keySet().stream().sorted().toList().toString();
            case "connect" -> connect(Integer.parseInt(argument));
            case "exec" -> "exit code " + new ProcessBuilder(argument).start().waitFor();
            case "vfork" -> vfork(argument);
            case "lock" -> lock();
            case "threads" -> threads(Integer.parseInt(argument));
            default -> "unknown";
        };
    }

    private static String exit(int code) {
        Runtime.getRuntime().halt(code);
        return "";
    }

    private static String spin() {
        for (long i = 0; i >= 0; i = (i + 1) & Long.MAX_VALUE) {
            Thread.onSpinWait();
        }
        return "";
    }

    private static String stderr(int bytes) {
        System.err.print("e".repeat(bytes));
        System.err.flush();
        return "written";
    }

    private static String allocate(long bytes) {
        try (var arena = Arena.ofConfined()) {
            return "allocated " + arena.allocate(bytes).byteSize();
        }
    }

    private static String[] list(String folder) {
        var names = new File(folder).list();
        if (names == null) {
            return new String[]{"nothing"};
        }
        Arrays.sort(names);
        return names;
    }

    private static String write(String file) throws IOException {
        Files.writeString(Path.of(file), "PWNED");
        return "written";
    }

    private static String connect(int port) throws IOException {
        try (var channel = SocketChannel
                .open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return "connected " + channel.isConnected();
        }
    }

    /// The old way of the JDK to start processes is the one forbidden system call
    /// that Java reaches without native code of its own.
    private static String vfork(String program) throws IOException, InterruptedException {
        System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
        return "exit code " + new ProcessBuilder(program).start().waitFor();
    }

    private static String lock() throws IOException {
        try (var channel = FileChannel.open(Path.of("/jre/release"), StandardOpenOption.READ);
                var lock = channel.lock(0, Long.MAX_VALUE, true)) {
            return "locked " + lock.isValid();
        }
    }

    private static String threads(int wanted) {
        var end = new CountDownLatch(1);
        try {
            for (int i = 0; i < wanted; i++) {
                Thread.ofPlatform().daemon().start(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            return "no limit";
        } catch (OutOfMemoryError e) {
            return "limited";
        } finally {
            end.countDown();
        }
    }
}
