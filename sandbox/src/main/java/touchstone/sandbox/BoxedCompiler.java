package touchstone.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;
import touchstone.sandbox.CompilerSeat.Attempt;
import touchstone.sandbox.Outcome.Cause;

/// javac in a box, long-lived and warm. One compilation at a time per box; several threads may
/// call, and wait for their turn. Nothing of one submission is visible to the next.
public final class BoxedCompiler implements AutoCloseable {
    /// The code of the only message that says less about the source than about this machine, when it is busy.
    public static final String TOO_SLOW = "touchstone.source.slow";

    /// Compilers that a source may take down before we ask whether ordinary sources still compile.
    private static final int FAILURES_MAX = 2;
    /// Kills from outside are nobody's fault, but somebody who keeps killing must be told.
    private static final int ATTEMPTS_MAX = 6;
    private static final List<SourceFile> ORDINARY = List
            .of(new SourceFile("Ordinary.java", "class Ordinary { int twice(int x) { return 2 * x; } }"));

    private final Limits limits;
    private final BlockingQueue<CompilerSeat> seats;
    private final List<CompilerSeat> all;
    private final ExecutorService starter;

    public BoxedCompiler(Sandbox sandbox, Limits limits, int boxes) {
        this.limits = limits;
        starter = Executors.newFixedThreadPool(boxes,
                task -> Thread.ofPlatform().name("touchstone-compiler-start").daemon().unstarted(task));
        seats = new ArrayBlockingQueue<>(boxes, true);
        for (int i = 0; i < boxes; i++) {
            seats.add(new CompilerSeat(sandbox, limits, starter));
        }
        all = List.copyOf(seats);
    }

    /// Compiles a submission against nothing but the contract and `java.base`.
    ///
    /// A box that dies is replaced and the compilation repeated, so that somebody else's kill
    /// costs nobody a verdict; only a source that takes every compiler down with it, while
    /// ordinary sources compile, is [Compilation.Rejected] as too complex.
    ///
    /// @throws SandboxException when no compiler can be had: our failure
    public Compilation compile(List<SourceFile> sources, List<ClassFile> contract) {
        return tooLarge(sources).orElseGet(() -> compile(take(), sources, contract));
    }

    /// The same for those who would rather go without than wait longer for their turn.
    ///
    /// @throws SandboxException when no compiler can be had: our failure
    public Optional<Compilation> compile(
            List<SourceFile> sources,
            List<ClassFile> contract,
            Duration patience) {
        return tooLarge(sources).or(() -> take(patience).map(seat -> compile(seat, sources, contract)));
    }

    private Optional<Compilation> tooLarge(List<SourceFile> sources) {
        return sources.size() > limits.source().files() || bytes(sources) > limits.source().total().bytes()
                ? Optional.of(rejected("touchstone.source.large",
                        "The source is larger than " + limits.source().total() + " or has more than "
                                + limits.source().files() + " files."))
                : Optional.empty();
    }

    private Compilation compile(CompilerSeat seat, List<SourceFile> sources, List<ClassFile> contract) {
        try {
            return attempts(seat, sources, contract);
        } finally {
            seats.add(seat);
        }
    }

    private static long bytes(List<SourceFile> sources) {
        return sources.stream().mapToLong(each -> each.text().getBytes(StandardCharsets.UTF_8).length).sum();
    }

    private CompilerSeat take() {
        try {
            return seats.take();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Optional<CompilerSeat> take(Duration patience) {
        try {
            return Optional.ofNullable(seats.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SandboxException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SandboxException("interrupted while waiting for a compiler", cause);
    }

    private static Compilation attempts(
            CompilerSeat seat,
            List<SourceFile> sources,
            List<ClassFile> contract) {
        int failures = 0;
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            switch (seat.attempt(sources, contract)) {
                case Attempt.Done(Compilation compilation) -> {
                    return compilation;
                }
                case Attempt.Failed(Cause cause) -> {
                    if (cause != Cause.KILLED) {
                        failures++;
                    }
                    if (failures == FAILURES_MAX) {
                        return tooComplex(seat, cause);
                    }
                }
            }
        }
        throw new SandboxException("the compiler keeps being killed by somebody");
    }

    /// The source's fault only if the compiler is well otherwise.
    private static Compilation tooComplex(CompilerSeat seat, Cause cause) {
        if (seat.attempt(ORDINARY, List.of()) instanceof Attempt.Done(Compiled _)) {
            return cause == Cause.TIME
                    ? rejected(TOO_SLOW, "The source is too complex: compiling it takes too long.")
                    : rejected("touchstone.source.complex", "The source is too complex for the compiler.");
        }
        throw new SandboxException("the compiler fails on ordinary sources");
    }

    private static Rejected rejected(String code, String message) {
        return new Rejected(List.of(Diagnostic.error(code, message)));
    }

    @Override
    public void close() {
        starter.shutdown();
        all.forEach(CompilerSeat::close);
    }
}
