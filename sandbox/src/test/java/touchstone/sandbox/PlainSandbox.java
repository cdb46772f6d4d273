package touchstone.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Our programs as plain child processes: no isolation at all, for tests of what lies above it.
class PlainSandbox implements Sandbox {
    final Queue<PlainBox> started = new ConcurrentLinkedQueue<>();

    @Override
    public Isolation isolation() {
        return new Isolation("none", Set.of());
    }

    @Override
    public PlainBox start(BoxSpec spec) {
        String main = switch (spec.program()) {
            case WORKER -> "touchstone.sandbox.worker.Main";
            case COMPILER -> "touchstone.sandbox.compiler.Main";
        };
        var java = System.getProperty("java.home") + "/bin/java";
        var builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xmx" + spec.limits().heap().bytes(), "-Xss512k", "-Xshare:auto", "-XX:-UsePerfData",
                "-Djdk.reflect.useNativeAccessorOnly=true", "-cp", "target/classes", main);
        builder.environment().clear();
        builder.redirectError(Redirect.DISCARD);
        try {
            var box = new PlainBox(builder.start());
            started.add(box);
            return box;
        } catch (IOException e) {
            throw new SandboxException("cannot start " + new File(java), e);
        }
    }

    @Override
    public void close() {
        started.forEach(PlainBox::end);
    }

    record PlainBox(Process process) implements Box {
        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public Usage usage() {
            var cpu = process.toHandle().info().totalCpuDuration();
            return cpu.map(used -> new Usage(used, ByteSize.mebibytes(1))).orElse(Usage.NONE);
        }

        @Override
        public boolean flooded() {
            return false;
        }

        @Override
        public Termination end() {
            try {
                // a process that has closed its pipes may need a moment to be gone
                boolean byItself = process.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
                process.destroyForcibly().waitFor();
                int code = process.exitValue();
                if (!byItself) {
                    return new Termination.Killed();
                }
                return code > 128 ? new Termination.Signalled(code - 128) : new Termination.Exited(code);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
