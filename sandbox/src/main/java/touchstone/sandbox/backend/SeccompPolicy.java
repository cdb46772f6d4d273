package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import touchstone.sandbox.SandboxException;

/// The filter of system calls that binds everything in a box: threads yes,
/// processes no, no sockets, no file locks; what [Syscall] does not name is
/// refused. See docs/adr/0004 for why the program is written by hand.
public final class SeccompPolicy {
    static final int ALLOW = 0x7fff_0000;
    static final int KILL = 0x8000_0000;
    static final int EPERM = 0x0005_0000 | 1;
    static final int ENOSYS = 0x0005_0000 | 38;

    static final int CLONE_THREAD = 0x0001_0000;
    /// All of CLONE_NEW… that fit the older call.
    static final int CLONE_NEW = 0x7e02_0000;
    /// Calls of the x32 ABI carry this bit and would slip past every number.
    private static final int X32_BIT = 0x4000_0000;

    /// F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: no locks, no
    /// leases, no signals.
    private static final int[] FCNTL = {0, 1, 2, 3, 4, 1030};
    /// PR_SET_NAME, PR_GET_NAME, PR_SVE_GET_VL, PR_SET_VMA. Above all not
    /// PR_SET_PDEATHSIG, or a box could outlive its judge.
    private static final int[] PRCTL = {15, 16, 51, 0x5356_4d41};
    /// TCGETS, TIOCGWINSZ, FIONREAD: questions about a pipe or a terminal.
    private static final int[] IOCTL = {0x5401, 0x5413, 0x541b};

    private SeccompPolicy() {}

    /// The file that holds the program for this architecture; written if absent or
    /// different.
    public static Path cached(Path cache, Architecture architecture) {
        var program = program(architecture);
        var file = cache.resolve("seccomp-" + architecture.name().toLowerCase(Locale.ROOT) + "-"
                + Integer.toHexString(Arrays.hashCode(program)) + ".bpf");
        try {
            if (!Files.exists(file)
                    || !Files.getPosixFilePermissions(file).equals(Permissions.PLAIN)
                    || !Arrays.equals(Files.readAllBytes(file), program)) {
                var fresh = Files.createTempFile(cache, ".seccomp-", ".bpf");
                Files.write(fresh, program);
                Files.setPosixFilePermissions(fresh, Permissions.PLAIN);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new SandboxException("cannot write the system call filter " + file + ": " + e, e);
        }
    }

    /// Classic BPF over `struct seccomp_data`.
    static byte[] program(Architecture architecture) {
        var program = new BpfAssembler().loadArchitecture()
                .returnUnlessEqual(architecture.auditToken(), KILL)
                .loadNumber();
        if (architecture == Architecture.X86_64) {
            program.returnIfAtLeast(X32_BIT, KILL);
        }
        for (var call : Syscall.values()) {
            if (call.number(architecture) != Syscall.NONE) {
                add(program, call, call.number(architecture));
            }
        }
        return program.returnAlways(EPERM).bytes();
    }

    private static void add(BpfAssembler program, Syscall call, int number) {
        switch (call.rule()) {
            case ALLOW -> program.returnIfEqual(number, ALLOW);
            case ABSENT -> program.returnIfEqual(number, ENOSYS);
            case KILL -> program.returnIfEqual(number, KILL);
            case THREADS_ONLY -> addBlock(program, number, threadsOnly());
            case NO_LOCKS -> addBlock(program, number, oneOf(1, FCNTL));
            case NAMES_ONLY -> addBlock(program, number, oneOf(0, PRCTL));
            case QUESTIONS_ONLY -> addBlock(program, number, oneOf(1, IOCTL));
        }
    }

    private static void addBlock(BpfAssembler program, int number, BpfAssembler block) {
        program.skipUnlessEqual(number, block.instructions()).append(block);
    }

    private static BpfAssembler threadsOnly() {
        return new BpfAssembler().loadArgument(0)
                .mask(CLONE_THREAD | CLONE_NEW)
                .returnIfEqual(CLONE_THREAD, ALLOW)
                .returnAlways(EPERM);
    }

    private static BpfAssembler oneOf(int argument, int[] allowed) {
        var block = new BpfAssembler().loadArgument(argument);
        for (var value : allowed) {
            block.returnIfEqual(value, ALLOW);
        }
        return block.returnAlways(EPERM);
    }
}
