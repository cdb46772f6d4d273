package touchstone.sandbox.backend.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Priority;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SandboxContract;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.backend.CacheFolder;
import touchstone.sandbox.backend.ProbeImages;
import touchstone.sandbox.backend.ThisUser;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BubblewrapSandboxIT extends SandboxContract {
    private static final boolean ROOT = ThisUser.isRoot();
    private static final Path CACHE = CacheFolder.locate(System.getenv());
    private final BubblewrapSandbox sandbox = BubblewrapSandbox.open(ProbeImages.open(CACHE), programs(),
            CACHE, ROOT, Priority.NORMAL);

    private static Programs programs() {
        try {
            return Programs.find(ROOT);
        } catch (SandboxException e) {
            if ("all".equals(System.getenv("TOUCHSTONE_REQUIRE"))) {
                throw e;
            }
            return abort(e.toString());
        }
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Override
    protected Sandbox sandbox() {
        return sandbox;
    }

    @Override
    protected Set<Long> boxedProcesses() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void the_canary_gets_nowhere() {
        assertThatCode(() -> sandbox.preflight()).doesNotThrowAnyException();
    }

    @Test
    void boxes_of_low_priority_yield_to_us_and_others_do_not() throws IOException {
        var ours = Niceness.of(Path.of("/proc/self/stat"));
        var ourSession = Path.of("/proc/self/autogroup");
        var before = Files.exists(ourSession) ? Files.readString(ourSession) : "";
        try (var low = BubblewrapSandbox.open(ProbeImages.open(CACHE), programs(), CACHE, ROOT,
                Priority.LOW)) {
            assertThat(niceness(low)).isEqualTo(Math.min(19, ours + 5));
        }
        assertThat(niceness(sandbox)).isEqualTo(ours);
        assertThat(Niceness.of(Path.of("/proc/self/stat"))).isEqualTo(ours);
        assertThat(Files.exists(ourSession) ? Files.readString(ourSession) : "").isEqualTo(before);
    }

    /// Of the program in a box of this sandbox, once it has said something.
    private int niceness(BubblewrapSandbox from) throws IOException {
        try (var box = from.start(BoxSpec.worker())) {
            box.input().write("echo x\n".getBytes(StandardCharsets.UTF_8));
            assertThat(box.output().read()).isEqualTo('x');
            var program = ((BubblewrapBox) box).child().orElseThrow();
            var session = Path.of("/proc", Long.toString(program), "autogroup");
            if (ROOT && from != sandbox && Files.exists(session)) {
                assertThat(Files.readString(session)).endsWith("nice 5\n");
            }
            return Niceness.of(Path.of("/proc", Long.toString(program), "stat"));
        }
    }

    /// The other tests run as whoever runs the build; in CI that is root.
    @Test
    void an_ordinary_user_gets_the_same_isolation(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(ROOT, "only root can become an ordinary user");
        Files.setPosixFilePermissions(folder, Set.copyOf(Files.getPosixFilePermissions(Path.of("/usr"))));
        var process = new ProcessBuilder("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", copiedClasses(folder),
                PlainUser.class.getName(), CACHE.toString()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isEqualTo("65534 echoes, and the canary gets nowhere");
        assertThat(process.waitFor()).isZero();
    }

    /// The build's own folders may lie where only root can look.
    private static String copiedClasses(Path folder) throws IOException {
        var copies = new ArrayList<String>();
        for (var origin : List.of(BubblewrapSandbox.class, PlainUser.class)) {
            var source = Path.of(origin.getProtectionDomain().getCodeSource().getLocation().getPath());
            var copy = folder.resolve(origin.getSimpleName());
            try (var files = Files.walk(source)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, copy.resolve(source.relativize(file).toString()));
                }
            }
            copies.add(copy.toString());
        }
        return String.join(":", copies);
    }

    /// Runs as an ordinary user in a JVM of its own.
    static final class PlainUser {
        private PlainUser() {}

        public static void main(String[] arguments) throws IOException {
            var cache = Path.of(arguments[0]);
            var images = ProbeImages.open(cache);
            try (var sandbox = BubblewrapSandbox.open(images, Programs.find(false), cache, false,
                    Priority.NORMAL); var box = sandbox.start(BoxSpec.worker())) {
                sandbox.preflight();
                box.input().write("echo echoes\n".getBytes(StandardCharsets.UTF_8));
                box.input().close();
                var answer = new String(box.output().readAllBytes(), StandardCharsets.UTF_8).strip();
                System.out.println(Files.getAttribute(Path.of("/proc/self"), "unix:uid") + " " + answer
                        + ", and the canary gets nowhere");
            }
        }
    }
}
