package touchstone.sandbox;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Termination.Exited;
import touchstone.sandbox.Termination.Killed;
import touchstone.sandbox.Termination.Signalled;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.WireException;

/// The judge's end of the pipes to one box: one request, one answer, or the end
/// of the box with a reason.
///
/// Not safe for several threads, but for [#close()].
final class Connection implements AutoCloseable {
    private static final SecureRandom IDS = new SecureRandom();
    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;
    private static final int SIGSYS = 31;

    private final Box box;
    private final BoxSpec spec;
    private final Watchdog watchdog;
    private final FrameReader reader;
    private final FrameWriter writer;
    private long callId;
    private @Nullable Ended ended;

    private Connection(Box box, BoxSpec spec, Limits limits) {
        this.box = box;
        this.spec = spec;
        watchdog = new Watchdog(box);
        int frameBytesMax = limits.wire().frame().toInt();
        reader = new FrameReader(box.output(), frameBytesMax);
        writer = new FrameWriter(frameBytesMax);
    }

    /// Starts a box and waits for its hello.
    ///
    /// @throws SandboxException when there is none in time
    static Connection open(Sandbox sandbox, BoxSpec spec, Limits limits) {
        var connection = new Connection(sandbox.start(spec), spec, limits);
        boolean welcome = false;
        try {
            welcome = connection.hello(limits.time().start());
        } finally {
            if (!welcome) {
                connection.close();
            }
        }
        if (!welcome) {
            throw new SandboxException("a box (" + spec.program() + ") ended or kept silent instead of saying"
                    + " hello; `touchstone doctor` tells what this machine lacks");
        }
        return connection;
    }

    private boolean hello(Duration limit) {
        int program = switch (spec.program()) {
            case WORKER -> Kind.WORKER;
            case COMPILER -> Kind.COMPILER;
        };
        watchdog.arm(limit, false);
        try {
            if (!reader.next()
                    || reader.kind() != Kind.HELLO
                    || reader.getInt() != Kind.VERSION
                    || reader.getByte() != program) {
                return false;
            }
            reader.end();
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            watchdog.disarm();
        }
    }

    /// Starts a request; its payload goes to the writer returned.
    FrameWriter request(int kind) {
        callId = IDS.nextLong();
        writer.begin(kind, callId);
        return writer;
    }

    /// Sends the request and waits for its answer, which is then in [#answer()].
    ///
    /// @return null, or why there is no answer and never will be
    @Nullable
    Ended exchange(Duration limit) {
        if (ended != null) {
            return ended;
        }
        watchdog.arm(limit, true);
        Ended failure;
        try {
            failure = sendAndReceive();
        } finally {
            if (watchdog.disarm()) {
                ended = new Ended(Cause.TIME, "The time limit was exceeded.");
            }
        }
        if (failure != null && ended == null) {
            ended = failure;
        }
        return ended;
    }

    private @Nullable Ended sendAndReceive() {
        try {
            if (box.output().available() > 0) {
                return violation("The box wrote without being asked.");
            }
            reader.await(callId);
            writer.send(box.input());
            if (!reader.next()) {
                return lost();
            }
            return null;
        } catch (WireException e) {
            return violation("The box wrote something that is not the protocol.");
        } catch (IOException e) {
            return lost();
        }
    }

    /// The answer's payload, until the next exchange.
    FrameReader answer() {
        return reader;
    }

    /// Ends the box for what it answered.
    Ended end(Cause cause, String detail) {
        box.end();
        ended = new Ended(cause, detail);
        return ended;
    }

    Ended violation(String detail) {
        return end(Cause.VIOLATION, detail);
    }

    private Ended lost() {
        box.awaitOwnEnd();
        Termination termination = box.end();
        if (box.flooded()) {
            return new Ended(Cause.OUTPUT, "More was written to standard error than allowed.");
        }
        Usage usage = box.usage();
        if (usage.peakMemory().bytes() >= spec.limits().data().bytes() / 10 * 8) {
            return new Ended(Cause.MEMORY, "The memory limit was exceeded.");
        }
        return switch (termination) {
            case Exited(int code) ->
                new Ended(Cause.DIED, "The process ended itself with exit code " + code + ".");
            case Killed() -> new Ended(Cause.DIED, "The process closed its output.");
            case Signalled(int signal) -> signalled(signal, usage);
        };
    }

    private Ended signalled(int signal, Usage usage) {
        if (signal == SIGSYS) {
            return new Ended(Cause.VIOLATION, "The process made a forbidden system call.");
        }
        boolean cpuUsedUp = usage.cpu().compareTo(spec.limits().cpu().multipliedBy(9).dividedBy(10)) >= 0;
        if (signal == SIGXCPU || (signal == SIGKILL && cpuUsedUp)) {
            return new Ended(Cause.TIME, "The CPU time of the whole run was used up.");
        }
        if (signal == SIGKILL) {
            return new Ended(Cause.KILLED, "The process was killed by neither the judge nor a limit.");
        }
        return new Ended(Cause.DIED, "The process was ended by signal " + signal + ".");
    }

    /// Whether the box shows that it has used the heap it may have: anybody can
    /// throw an OutOfMemoryError.
    boolean heapWasUsed() {
        return box.usage().peakMemory().bytes() >= spec.limits().heap().bytes() / 10 * 6;
    }

    Usage usage() {
        return box.usage();
    }

    @Override
    public void close() {
        box.end();
    }
}
