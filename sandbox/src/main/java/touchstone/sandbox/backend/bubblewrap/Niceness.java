package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import touchstone.sandbox.SandboxException;

/// Lowers the priority of boxes, at no cost for each start: Linux keeps niceness by thread, and what a thread
/// starts inherits it.
final class Niceness {
    private static final int STEP = 5;
    private static final int NICE_MAX = 19;
    /// The field of proc(5) counted from the one after the program's name.
    private static final int NICE_FIELD = 16;
    private static final long PATIENCE_SECONDS = 10;

    private Niceness() {}

    /// Whatever this thread starts from now on has a lower priority than the other threads of this process.
    ///
    /// @throws SandboxException when that is not possible
    static void lowerThisThread() {
        try {
            var thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
            var target = Math.min(NICE_MAX, of(Path.of("/proc/thread-self/stat")) + STEP);
            var renice = new ProcessBuilder(Programs.renice().toString(), "-n", Integer.toString(target),
                    "-p", thread).redirectErrorStream(true).start();
            var said = new String(renice.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!renice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || renice.exitValue() != 0) {
                throw new SandboxException("the priority of boxes cannot be lowered: " + said.strip());
            }
        } catch (IOException e) {
            throw new SandboxException("the priority of boxes cannot be lowered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while lowering the priority of boxes", e);
        }
    }

    /// Kernels with autogroups share processors among sessions first, and a box is a session of its own. Only
    /// for a process that has its own session, else this lowers us. Best effort: without root the kernel
    /// refuses, and other kernels have no such file.
    static void lowerSession(long pid) {
        var group = Path.of("/proc", Long.toString(pid), "autogroup");
        if (Files.isWritable(group)) {
            try {
                Files.writeString(group, Integer.toString(STEP));
            } catch (IOException e) {
                // ended meanwhile, or refused
            }
        }
    }

    static int of(Path stat) throws IOException {
        return Integer.parseInt(ProcessReadings.fields(Files.readString(stat))[NICE_FIELD]);
    }
}
