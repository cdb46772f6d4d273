package touchstone.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import touchstone.sandbox.BoxSpec.Jit;
import touchstone.sandbox.BoxSpec.Program;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;
import touchstone.sandbox.Diagnostic.Severity;
import touchstone.sandbox.Limits.BoxLimits;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Refusal;
import touchstone.sandbox.wire.Text;
import touchstone.sandbox.wire.WireException;

/// The place of one compiler: the box that sits there now is replaced whenever it has failed, or
/// has served long enough. For one thread at a time, but for [#close()].
final class CompilerSeat implements AutoCloseable {
    private static final int COMPILATIONS_MAX = 1000;
    private static final int STARTS_MAX = 3;
    private static final int TEXT_BYTES_MAX = 1 << 13;
    private static final int CODE_BYTES_MAX = 128;
    private static final int DIAGNOSTIC_BYTES_MIN = 37;

    private final Sandbox sandbox;
    private final Limits limits;
    private final Executor starter;
    private final BoxSpec spec = new BoxSpec(Program.COMPILER, BoxLimits.compiler(), Jit.LIGHT);
    private volatile CompletableFuture<Connection> connection;
    private volatile boolean closed;
    private int compilations;

    /// What became of one attempt to compile.
    sealed interface Attempt {
        record Done(Compilation compilation) implements Attempt {}

        record Failed(Cause cause) implements Attempt {}
    }

    CompilerSeat(Sandbox sandbox, Limits limits, Executor starter) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.starter = starter;
        connection = startAhead();
    }

    private CompletableFuture<Connection> startAhead() {
        try {
            return CompletableFuture.supplyAsync(() -> Connection.open(sandbox, spec, limits), starter)
                    .whenComplete((started, failure) -> {
                        if (closed && started != null) {
                            started.close();
                        }
                    });
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new SandboxException("the compiler is closed", e));
        }
    }

    /// Compiles; whatever fails leaves a fresh box behind.
    Attempt attempt(List<SourceFile> sources, List<ClassFile> contract) {
        Connection current = current();
        Attempt attempt = request(current, sources, contract);
        compilations++;
        if (attempt instanceof Attempt.Failed || compilations == COMPILATIONS_MAX) {
            replace(current);
        }
        return attempt;
    }

    private Connection current() {
        for (int i = 1;; i++) {
            try {
                return connection.join();
            } catch (CompletionException e) {
                if (i == STARTS_MAX || closed) {
                    throw new SandboxException("no compiler can be started", e);
                }
                connection = startAhead();
            }
        }
    }

    private void replace(Connection old) {
        old.close();
        compilations = 0;
        connection = startAhead();
    }

    private Attempt request(Connection current, List<SourceFile> sources, List<ClassFile> contract) {
        FrameWriter out = current.request(Kind.COMPILE);
        try {
            out.putInt(limits.source().diagnostics());
            out.putInt(sources.size());
            for (SourceFile source : sources) {
                out.putText(source.name());
                out.putBlock(source.text().getBytes(StandardCharsets.UTF_8));
            }
            ClassFrames.put(out, contract);
        } catch (OversizeException e) {
            throw new SandboxException("a contract that does not fit the wire", e);
        }
        Ended ended = current.exchange(limits.time().compile());
        if (ended != null) {
            return new Attempt.Failed(ended.cause());
        }
        try {
            return answer(current.answer());
        } catch (WireException e) {
            return new Attempt.Failed(Cause.VIOLATION);
        }
    }

    private Attempt answer(FrameReader in) throws WireException {
        return switch (in.kind()) {
            case Kind.COMPILED -> {
                List<ClassFile> classes = ClassFrames.get(in);
                yield new Attempt.Done(new Compiled(classes, diagnostics(in)));
            }
            case Kind.REJECTED -> new Attempt.Done(new Rejected(diagnostics(in)));
            case Kind.REFUSED -> {
                if (in.getByte() != Refusal.TOO_COMPLEX) {
                    throw new WireException("an unknown reason");
                }
                yield new Attempt.Failed(Cause.DIED);
            }
            default -> throw new WireException("no answer of a compiler");
        };
    }

    private List<Diagnostic> diagnostics(FrameReader in) throws WireException {
        var diagnostics = new ArrayList<Diagnostic>();
        for (int i = in.getCount(limits.source().diagnostics(), DIAGNOSTIC_BYTES_MIN); i > 0; i--) {
            Severity severity = switch (in.getByte()) {
                case Kind.ERROR -> Severity.ERROR;
                case Kind.WARNING -> Severity.WARNING;
                default -> throw new WireException("an unknown severity");
            };
            String file = Text.clean(in.getText(TEXT_BYTES_MAX));
            long line = in.getLong();
            long column = in.getLong();
            int start = in.getInt();
            int end = in.getInt();
            if (start < 0 || end < start) {
                throw new WireException("a message from " + start + " to " + end);
            }
            diagnostics.add(new Diagnostic(severity, file, line, column, start, end,
                    Text.clean(in.getText(CODE_BYTES_MAX)), Text.clean(in.getText(TEXT_BYTES_MAX))));
        }
        in.end();
        return diagnostics;
    }

    @Override
    public void close() {
        closed = true;
        var _ = connection.whenComplete((started, failure) -> {
            if (started != null) {
                started.close();
            }
        });
    }
}
