package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import touchstone.sandbox.Limits.BoxLimits;

/// What every way of isolating must do. The box runs the probe, which does as it
/// is told like the worst of submissions.
public abstract class SandboxContract {
    /// A sandbox whose worker image runs [touchstone.sandbox.probe.Main]; shared
    /// by all tests of a class.
    protected abstract Sandbox sandbox();

    /// Processes of this machine that belong to boxes.
    protected abstract Set<Long> boxedProcesses();

    private static BoxSpec spec() {
        return BoxSpec.worker();
    }

    private static BoxSpec spec(Duration cpu) {
        var usual = BoxLimits.worker();
        return new BoxSpec(BoxSpec.Program.WORKER,
                new BoxLimits(usual.heap(), usual.data(), usual.metaspace(), usual.direct(), usual.stack(),
                        usual.threads(), usual.openFiles(), cpu, usual.errorOutput()),
                BoxSpec.Jit.LIGHT);
    }

    private static void tell(Box box, String request) throws IOException {
        box.input().write((request + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String hear(Box box) throws IOException {
        var line = new BufferedReader(new InputStreamReader(box.output(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "end of stream" : line;
    }

    private static String ask(Box box, String request) throws IOException {
        tell(box, request);
        return hear(box);
    }

    private String answerTo(String request) throws IOException {
        try (var box = sandbox().start(spec())) {
            return ask(box, request);
        }
    }

    @Test
    void a_box_starts_and_answers() throws IOException {
        assertThat(answerTo("echo 你好")).isEqualTo("你好");
    }

    @Test
    void a_box_compiles_with_either_just_in_time_compiler() throws IOException {
        try (var box = sandbox()
                .start(new BoxSpec(BoxSpec.Program.WORKER, BoxLimits.worker(), BoxSpec.Jit.HEAVY))) {
            assertThat(ask(box, "echo heavy")).isEqualTo("heavy");
        }
    }

    @Test
    void a_kill_takes_everything_and_says_so() throws IOException {
        var before = boxedProcesses();
        var box = sandbox().start(spec());
        assertThat(ask(box, "echo alive")).isEqualTo("alive");
        assertThat(boxedProcesses()).hasSizeGreaterThan(before.size());
        assertThat(box.end()).isEqualTo(new Termination.Killed());
        assertThat(box.end()).isEqualTo(new Termination.Killed());
        assertThat(boxedProcesses()).isEqualTo(before);
    }

    @Test
    void a_box_that_exits_tells_its_code() throws IOException {
        var box = sandbox().start(spec());
        assertThat(ask(box, "exit 7")).isEqualTo("end of stream");
        assertThat(box.end()).isEqualTo(new Termination.Exited(7));
    }

    @Test
    void a_box_ends_with_its_input() throws IOException {
        var box = sandbox().start(spec());
        box.input().close();
        assertThat(hear(box)).isEqualTo("end of stream");
        assertThat(box.end()).isEqualTo(new Termination.Exited(0));
    }

    @Test
    void a_forbidden_system_call_ends_a_box_visibly() throws IOException {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "other architectures have no vfork");
        var box = sandbox().start(spec());
        assertThat(ask(box, "vfork /app/sh")).isEqualTo("end of stream");
        assertThat(box.end()).isEqualTo(new Termination.Signalled(31));
    }

    @Test
    void a_box_that_burns_its_time_is_ended_by_the_kernel() throws IOException {
        var box = sandbox().start(spec(Duration.ofSeconds(1)));
        assertThat(ask(box, "spin")).isEqualTo("end of stream");
        assertThat(box.end()).isEqualTo(new Termination.Signalled(9));
    }

    @Test
    @Timeout(30)
    void usage_is_measured_from_outside() throws IOException {
        try (var box = sandbox().start(spec())) {
            tell(box, "spin");
            var usage = box.usage();
            while (usage.cpu().toMillis() < 100) {
                Thread.onSpinWait();
                usage = box.usage();
            }
            assertThat(usage.cpu()).isLessThan(Duration.ofSeconds(5));
            assertThat(usage.peakMemory().bytes()).isBetween(10L << 20, 200L << 20);
            box.end();
            assertThat(box.usage().cpu()).isGreaterThanOrEqualTo(usage.cpu());
        }
    }

    @Test
    void memory_outside_the_heap_is_limited() throws IOException {
        assertThat(answerTo("native " + (1L << 20))).isEqualTo("allocated " + (1 << 20));
        assertThat(answerTo("native " + (1L << 30))).isEqualTo("OutOfMemoryError");
    }

    @Test
    void a_flood_of_standard_error_kills() throws IOException {
        var box = sandbox().start(spec());
        assertThat(ask(box, "stderr 1000")).isEqualTo("written");
        assertThat(box.flooded()).isFalse();
        tell(box, "stderr 1000000");
        box.output().transferTo(OutputStream.nullOutputStream());
        assertThat(box.flooded()).isTrue();
        box.end();
    }

    @Test
    void a_box_sees_no_processes_no_settings_and_no_homes() throws IOException {
        assertThat(answerTo("list /")).isEqualTo(String.join(" ", rootFolders()));
        for (var hidden : new String[]{"/proc", "/sys", "/etc", "/home", "/root", "/var", "/run"}) {
            assertThat(answerTo("list " + hidden)).isEqualTo("nothing");
        }
        assertThat(answerTo("read /etc/passwd")).isEqualTo("NoSuchFileException");
        assertThat(answerTo("list /dev")).isEqualTo("null random urandom");
    }

    private static Set<String> rootFolders() {
        var folders = new TreeSet<>(Set.of("app", "dev", "jre", "lib", "tmp"));
        if (System.getProperty("os.arch").equals("amd64")) {
            folders.add("lib64");
        }
        return folders;
    }

    @Test
    void a_box_sees_nothing_of_our_environment() throws IOException {
        assertThat(answerTo("environment")).isEqualTo("[LANG, LD_LIBRARY_PATH, PWD]");
    }

    @Test
    void a_box_reaches_no_network() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(answerTo("connect " + server.getLocalPort())).isIn("SocketException",
                    "ExceptionInInitializerError");
        }
    }

    @Test
    void a_box_writes_nowhere() throws IOException {
        for (var file : new String[]{"/tmp/file", "/file", "/jre/file", "/app/file", "/dev/file",
                "/lib/file"}) {
            assertThat(answerTo("write " + file)).isEqualTo("FileSystemException");
        }
    }

    @Test
    void no_process_no_lock_and_only_so_many_threads() throws IOException {
        assertThat(answerTo("exec /app/sh")).isEqualTo("IOException");
        assertThat(answerTo("lock")).isEqualTo("IOException");
        assertThat(answerTo("threads 200")).isEqualTo("limited");
    }

    @Test
    void fifty_starts_leave_nothing_behind() throws IOException {
        var before = boxedProcesses();
        for (int i = 0; i < 50; i++) {
            var box = sandbox().start(spec());
            if (i % 2 == 0) {
                assertThat(ask(box, "echo " + i)).isEqualTo(Integer.toString(i));
            }
            box.close();
        }
        assertThat(boxedProcesses()).isEqualTo(before);
    }

    @Test
    void boxes_alive_at_the_same_time_are_independent() throws IOException {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 4; i++) {
            boxes.add(sandbox().start(spec()));
        }
        boxes.getFirst().end();
        for (var box : boxes.subList(1, 4)) {
            assertThat(ask(box, "echo still here")).isEqualTo("still here");
        }
        boxes.forEach(Box::close);
    }
}
