package touchstone.sandbox.backend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import touchstone.sandbox.Box;
import touchstone.sandbox.Limits.BoxLimits;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.worker.Canary;
import touchstone.sandbox.worker.Canary.Attack;

/// Proves by attacks from inside that boxes hold, before the first submission.
/// One box serves all of them.
public final class Preflight implements AutoCloseable {
    /// Somebody to talk to, if the network can be reached.
    private final ServerSocket bait;

    public Preflight() {
        try {
            bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new SandboxException("cannot check the sandbox: " + e, e);
        }
    }

    /// What a box runs for this: main class and arguments.
    public List<String> program(BoxLimits limits) {
        return List.of(Canary.class.getName(), System.getProperty("user.home"),
                Integer.toString(bait.getLocalPort()), Long.toString(limits.data().bytes()),
                Integer.toString(limits.threads()));
    }

    @Override
    public void close() {
        try {
            bait.close();
        } catch (IOException e) {
            throw new SandboxException("cannot close a socket: " + e, e);
        }
    }

    /// Hears what the box answers.
    ///
    /// @return the attacks that were refused: all of them, if the box holds; none, if
    ///         it did not even start
    /// @throws SandboxException if an attack succeeded
    public Set<Attack> hear(Box box, Duration patience) {
        var answers = new FutureTask<>(
                () -> new BufferedReader(new InputStreamReader(box.output(), StandardCharsets.US_ASCII))
                        .lines()
                        .toList());
        Thread.ofVirtual().start(answers);
        try {
            return judge(answers.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new SandboxException("the check of the sandbox did not end within " + patience.toSeconds()
                    + " s; is this machine overloaded?", e);
        } catch (ExecutionException e) {
            throw new SandboxException("cannot check the sandbox: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while checking the sandbox", e);
        }
    }

    static Set<Attack> judge(List<String> answers) {
        var refused = EnumSet.noneOf(Attack.class);
        for (var attack : Attack.values()) {
            if (answers.contains(attack + " succeeded")) {
                throw new SandboxException("the sandbox does not hold: from inside a box it was possible to "
                        + deed(attack) + ". Nothing is graded on this machine until that is refused: "
                        + remedy(attack));
            }
            if (answers.contains(attack + " refused")) {
                refused.add(attack);
            }
        }
        return refused;
    }

    private static String deed(Attack attack) {
        return switch (attack) {
            case READ_FILES -> "read files of this machine, so submissions could read the hidden tests";
            case SEE_PROCESSES -> "see processes, so submissions could look for the judge's secrets";
            case SEE_ENVIRONMENT -> "read the judge's environment, which may hold passwords";
            case CONNECT -> "connect to the network, so submissions could send the tasks away";
            case SEND -> "send datagrams, so submissions could send the tasks away";
            case LISTEN -> "open a socket, so submissions could talk to each other";
            case RUN_PROGRAM -> "run another program, which could outlive its submission";
            case WRITE_FILES -> "write a file, so one submission could leave things for the next";
            case LOCK_FILE -> "lock a file, so submissions could signal to each other";
            case TAKE_MEMORY -> "take more memory than the limit, so one submission could starve the machine";
            case START_THREADS ->
                "start more threads than the limit, so one submission could starve the machine";
        };
    }

    private static String remedy(Attack attack) {
        return switch (attack) {
            case READ_FILES, SEE_PROCESSES, SEE_ENVIRONMENT, WRITE_FILES ->
                "is bwrap on this machine the original bubblewrap, 0.8 or later?";
            case CONNECT, SEND, LISTEN, RUN_PROGRAM, LOCK_FILE ->
                "does this kernel support seccomp filters (CONFIG_SECCOMP_FILTER)?";
            case TAKE_MEMORY, START_THREADS -> "is this kernel Linux 5.14 or later?";
        };
    }
}
