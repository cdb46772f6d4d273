package touchstone.sandbox.backend.bubblewrap;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Box;
import touchstone.sandbox.Priority;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.Termination;
import touchstone.sandbox.Usage;

/// One running box. The process we started is bubblewrap, which waits for its
/// child, the JVM, and passes its exit status on.
final class BubblewrapBox implements Box {
    private static final int SIGNAL_OFFSET = 128;
    private static final int SIGKILL = 9;
    private static final long PATIENCE_SECONDS = 10;
    /// The pipes of a dying process are closed before its parent hears of the death.
    private static final long OWN_END_SECONDS = 1;
    private static final long POLL_MICROS = 200;

    private final Process process;
    private final OutputStream input;
    private final InputStream output;
    private final ErrorOutput errors;
    private final Consumer<BubblewrapBox> whenGone;
    private OptionalLong child = OptionalLong.empty();
    private Usage usage = Usage.NONE;
    private @Nullable Termination termination;

    BubblewrapBox(Process process, long errorLimit, Priority priority, Consumer<BubblewrapBox> whenGone) {
        this.process = process;
        this.input = new Unbuffered(process.getOutputStream());
        this.output = switch (priority) {
            case NORMAL -> process.getInputStream();
            case LOW -> new Greeted(process.getInputStream(), this::lower);
        };
        this.errors = new ErrorOutput(errorLimit);
        this.whenGone = whenGone;
        // by the time that anything is written, the JVM dies with its parent
        errors.follow(process.getErrorStream(), process::destroyForcibly);
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    private synchronized void lower() {
        child().ifPresent(Niceness::lowerSession);
    }

    @Override
    public synchronized Usage usage() {
        if (termination == null) {
            child().ifPresent(pid -> ProcessReadings.usageOf(pid).ifPresent(reading -> usage = reading));
        }
        return usage;
    }

    @Override
    public boolean flooded() {
        return errors.exceeded();
    }

    @Override
    public void awaitOwnEnd() {
        usage();
        try {
            process.waitFor(OWN_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized Termination end() {
        if (termination == null) {
            // read first: after the kill there is nothing left to read
            usage();
            var endedByItself = !ProcessReadings.isRunning(process.pid());
            var code = kill();
            termination = endedByItself || code != SIGNAL_OFFSET + SIGKILL ? ofExitCode(code)
                    : new Termination.Killed();
            whenGone.accept(this);
        }
        return termination;
    }

    /// All that had been written when the box ended, cut. For our own diagnosis
    /// only: a submission may have written it.
    String errorBeginning() {
        return errors.beginning(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /// bubblewrap reports the death of its child as 128 + signal, which a
    /// submission can imitate with an exit code: nothing but a verdict against
    /// itself follows from either.
    private static Termination ofExitCode(int code) {
        return code > SIGNAL_OFFSET ? new Termination.Signalled(code - SIGNAL_OFFSET)
                : new Termination.Exited(code);
    }

    /// The program in the box, once it is there.
    synchronized OptionalLong child() {
        if (child.isEmpty()) {
            child = ProcessReadings.childOf(process.pid());
        }
        return child;
    }

    /// Kills the child and lets bubblewrap collect it: once bubblewrap has ended,
    /// everything in the box is gone for certain, and its user may serve another
    /// box. Killed first, bubblewrap could leave a child behind that had not yet
    /// asked to die with it.
    private int kill() {
        try {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (child().isEmpty()
                    && ProcessReadings.isRunning(process.pid())
                    && System.nanoTime() < deadline) {
                TimeUnit.MICROSECONDS.sleep(POLL_MICROS);
            }
            child.ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            while (child.isPresent() && ProcessReadings.isRunning(child.getAsLong())) {
                if (System.nanoTime() > deadline) {
                    throw new SandboxException(
                            "the boxed process " + child.getAsLong() + " cannot be killed");
                }
                TimeUnit.MICROSECONDS.sleep(POLL_MICROS);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while ending a box", e);
        }
    }

    /// Tells when something has come out of the box: then its program runs, in a session of its own.
    private static final class Greeted extends FilterInputStream {
        private final Runnable greeted;
        private boolean silent = true;

        Greeted(InputStream in, Runnable greeted) {
            super(in);
            this.greeted = greeted;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            note(read);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            note(read);
            return read;
        }

        private void note(int read) {
            if (silent && read >= 0) {
                silent = false;
                greeted.run();
            }
        }
    }

    /// A process's own stream keeps back what is smaller than its buffer.
    private static final class Unbuffered extends FilterOutputStream {
        Unbuffered(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            out.flush();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            out.flush();
        }
    }
}
