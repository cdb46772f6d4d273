package touchstone.judge.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import touchstone.judge.run.Verdict;

/// What one builds first: a javac process, then a JUnit console process that loads suite and
/// submission together, each under bubblewrap. It is here to be compared with, nothing else:
/// in its second process a submission could forge its own verdict.
final class ColdPipeline implements Pipeline {
    /// What helps a process that lives for a second.
    static final List<String> TUNED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int TEST_SECONDS_MAX = 10;
    private static final int KILLED = -1;

    private final String key;
    private final List<String> javaFlags;
    private final SuiteFolder suite;
    private final Path work;
    private final AtomicInteger count = new AtomicInteger();

    ColdPipeline(String key, List<String> javaFlags, SuiteFolder suite, Path work) {
        this.key = key;
        this.javaFlags = List.copyOf(javaFlags);
        this.suite = suite;
        this.work = work;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Verdict judge(BenchSubmission submission) {
        try {
            var folder = Files.createDirectory(work.resolve(key + count.incrementAndGet()));
            Files.copy(submission.file(), folder.resolve("Solution.java"));
            if (run(folder, javac(folder)) != 0) {
                return Verdict.COMPILE_ERROR;
            }
            return switch (run(folder, junit(folder))) {
                case 0 -> Verdict.ACCEPTED;
                case KILLED -> Verdict.TIME_LIMIT_EXCEEDED;
                default -> Verdict.WRONG_ANSWER;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> javac(Path folder) {
        var command = box(folder);
        command.add(suite.java("javac"));
        javaFlags.forEach(flag -> command.add("-J" + flag));
        command.addAll(List.of("-proc:none", "-cp", suite.classes().toString(), "-d", folder.toString(),
                folder.resolve("Solution.java").toString()));
        return command;
    }

    private List<String> junit(Path folder) {
        var command = box(folder);
        command.add(suite.java("java"));
        command.addAll(javaFlags);
        command.addAll(List.of("-cp", suite.classPath() + File.pathSeparator + folder,
                "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner", "--details=none",
                "--select-class", suite.suiteName()));
        return command;
    }

    private List<String> box(Path folder) {
        var command = new ArrayList<>(
                List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
                        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind", "/usr", "/usr"));
        for (String system : List.of("/lib", "/lib64", "/etc")) {
            command.addAll(List.of("--ro-bind-try", system, system));
        }
        readable().forEach(path -> command.addAll(List.of("--ro-bind", path, path)));
        command.addAll(List.of("--bind", folder.toString(), folder.toString()));
        return command;
    }

    private Set<String> readable() {
        var paths = new LinkedHashSet<String>();
        paths.add(suite.javaHome().toString());
        for (String entry : suite.classPath().split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                paths.add(entry);
            }
        }
        return paths;
    }

    private static int run(Path folder, List<String> command) throws IOException {
        var log = folder.resolve("log").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            if (process.waitFor(TEST_SECONDS_MAX, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            return KILLED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return KILLED;
        } finally {
            process.destroyForcibly();
        }
    }
}
