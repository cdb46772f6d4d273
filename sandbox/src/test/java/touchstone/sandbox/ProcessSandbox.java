package touchstone.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.BoxSpec.Program;

/// A child JVM without any isolation: for tests of what is above the sandbox,
/// and as the deliberately weak box in which hostile submissions must succeed.
/// Lives in test sources so that no product can ever fall back to it.
public final class ProcessSandbox implements Sandbox {
    private final Set<Box> alive = ConcurrentHashMap.newKeySet();

    @Override
    public Isolation isolation() {
        return new Isolation("none", Set.of());
    }

    @Override
    public Box start(BoxSpec spec) {
        return start(spec, switch (spec.program()) {
            case WORKER -> "touchstone.sandbox.worker.Main";
            case COMPILER -> "touchstone.sandbox.compiler.Main";
        });
    }

    /// Starts another main class of the same class path.
    public Box start(BoxSpec spec, String mainClass) {
        try {
            var box = new ProcessBox(
                    new ProcessBuilder(command(spec, mainClass)).redirectError(Redirect.DISCARD).start());
            alive.add(box);
            return box;
        } catch (IOException e) {
            throw new SandboxException("cannot start a process", e);
        }
    }

    private static List<String> command(BoxSpec spec, String mainClass) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC",
                        "-Xmx" + spec.limits().heap().bytes(), "-Xss" + spec.limits().stack().bytes(),
                        "-Xshare:auto", "-Xlog:disable", "-XX:+DisplayVMOutputToStderr"));
        if (spec.jit() == Jit.LIGHT || spec.program() == Program.COMPILER) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return command;
    }

    @Override
    public void close() {
        alive.forEach(Box::end);
    }

    private static final class ProcessBox implements Box {
        private final Process process;
        private final OutputStream input;

        ProcessBox(Process process) {
            this.process = process;
            this.input = new FilterOutputStream(process.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    out.flush();
                }

                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    out.flush();
                }
            };
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public Usage usage() {
            var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            return new Usage(cpu, new ByteSize(0));
        }

        @Override
        public boolean flooded() {
            return false;
        }

        @Override
        public Termination end() {
            var ours = process.isAlive();
            process.destroyForcibly();
            try {
                var code = process.waitFor();
                return ours ? new Termination.Killed() : new Termination.Exited(code);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SandboxException("interrupted", e);
            }
        }
    }
}
