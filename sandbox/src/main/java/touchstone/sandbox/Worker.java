package touchstone.sandbox;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Outcome.Returned;
import touchstone.sandbox.Outcome.Threw;
import touchstone.sandbox.wire.Caps;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Refusal;
import touchstone.sandbox.wire.Text;
import touchstone.sandbox.wire.ValueDecoder;
import touchstone.sandbox.wire.ValueEncoder;
import touchstone.sandbox.wire.WireException;

/// The judge's end of one boxed worker: serves one submission of a candidate, one request at a time, and is then
/// killed. After an [Outcome.Ended] it answers no more.
///
/// Not safe for several threads, but for [#close()].
public final class Worker implements AutoCloseable {
    private static final int TEXTS_MAX = 16;
    private static final int TEXT_BYTES_MAX = 1 << 13;
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    private final Connection connection;
    private final Limits limits;
    private final ValueEncoder encoder;
    private final ValueDecoder decoder;

    private Worker(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
        encoder = new ValueEncoder(caps(limits));
        decoder = new ValueDecoder(caps(limits));
    }

    private static Caps caps(Limits limits) {
        var wire = limits.wire();
        return new Caps(wire.cells(), wire.rows(), wire.text().toInt());
    }

    /// Starts a box and waits for its hello.
    ///
    /// @throws SandboxException when no hello arrives in time: our failure, never the
    ///         submission's
    public static Worker start(Sandbox sandbox, BoxSpec spec, Limits limits) {
        return new Worker(Connection.open(sandbox, spec, limits), limits);
    }

    /// Whether the box still answers; a worker that nobody has used may have died meanwhile.
    boolean responds() {
        connection.request(Kind.PING);
        return connection.exchange(limits.time().load()) == null;
    }

    /// Loads contract and submission, without running any of the submission's code.
    public Outcome load(Program program) {
        FrameWriter out = connection.request(Kind.LOAD);
        try {
            out.putInt(limits.wire().cells());
            out.putInt(limits.wire().rows());
            out.putInt(limits.wire().text().toInt());
            out.putInt(limits.wire().printed().toInt());
            out.putByte(program.followed() ? 1 : 0);
            out.putText(program.contract().getName());
            out.putText(program.mainClass());
            ClassFrames.put(out, program.contractClasses());
            ClassFrames.put(out, program.submissionClasses());
        } catch (OversizeException e) {
            return Threw.unfit("The classes of the submission are too large.");
        }
        return outcome(limits.time().load(), void.class);
    }

    /// Makes a new instance of the submission's class, which later calls go to.
    public Outcome construct() {
        connection.request(Kind.CONSTRUCT);
        return outcome(limits.time().load(), void.class);
    }

    /// Calls a method of the contract on the latest instance.
    ///
    /// @param limit for this call alone; see [Limits.TimeLimits#call()]
    public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
        FrameWriter out = connection.request(Kind.CALL);
        try {
            out.putText(method.getName());
            out.putInt(arguments.length);
            for (@Nullable
            Object argument : arguments) {
                encoder.encode(argument, out);
            }
        } catch (OversizeException e) {
            throw new SandboxException("an argument of " + method.getName() + " does not fit the wire", e);
        }
        return outcome(limit, method.getReturnType());
    }

    private Outcome outcome(Duration limit, Class<?> type) {
        Ended ended = connection.exchange(limit);
        if (ended != null) {
            return ended;
        }
        FrameReader answer = connection.answer();
        try {
            return switch (answer.kind()) {
                case Kind.RETURNED -> returned(answer, type);
                case Kind.THREW -> threw(answer);
                case Kind.REFUSED -> refused(answer);
                default -> throw new WireException("no answer of a worker");
            };
        } catch (WireException e) {
            return connection.violation("The box wrote something that is not the protocol.");
        }
    }

    private Returned returned(FrameReader answer, Class<?> type) throws WireException {
        int flags = answer.getByte();
        if ((flags & ~(Kind.ARGUMENTS_CHANGED | Kind.RESULT_SHARED)) != 0) {
            throw new WireException("an unknown flag");
        }
        String printed = printed(answer);
        Object value = decoder.decode(answer, type);
        answer.end();
        return new Returned(value, (flags & Kind.ARGUMENTS_CHANGED) != 0, (flags & Kind.RESULT_SHARED) != 0,
                printed);
    }

    private Outcome threw(FrameReader answer) throws WireException {
        List<String> types = texts(answer);
        String message = Text.clean(answer.getText(TEXT_BYTES_MAX));
        List<String> trace = texts(answer);
        String printed = printed(answer);
        answer.end();
        if (types.isEmpty() || types.contains(Outcome.UNFIT)) {
            throw new WireException("no class that can be thrown");
        }
        if (types.getFirst().equals(OUT_OF_MEMORY) && connection.heapWasUsed()) {
            return connection.end(Cause.MEMORY, "The memory limit was exceeded.");
        }
        return new Threw(types, message, trace, printed);
    }

    private static List<String> texts(FrameReader answer) throws WireException {
        var texts = new ArrayList<String>();
        for (int i = answer.getCount(TEXTS_MAX, Integer.BYTES); i > 0; i--) {
            texts.add(Text.clean(answer.getText(TEXT_BYTES_MAX)));
        }
        return texts;
    }

    private String printed(FrameReader answer) throws WireException {
        return Text.clean(answer.getText(limits.wire().printed().toInt()));
    }

    private Outcome refused(FrameReader answer) throws WireException {
        int reason = answer.getByte();
        answer.end();
        return switch (reason) {
            case Refusal.VALUE -> connection.end(Cause.VALUE, "The returned value is too large.");
            case Refusal.PRINTED -> connection.end(Cause.OUTPUT, "More was printed than allowed.");
            default -> Threw.unfit(unfitness(reason));
        };
    }

    private static String unfitness(int reason) throws WireException {
        String name = Program.MAIN_CLASS;
        return switch (reason) {
            case Refusal.NO_CLASS -> "There is no class " + name + " in the unnamed package.";
            case Refusal.NOT_CONTRACT -> "The class " + name + " does not implement the contract.";
            case Refusal.ABSTRACT -> "The class " + name + " is abstract, an interface or an enum.";
            case Refusal.NO_CONSTRUCTOR ->
                "The class " + name + " has no public constructor without parameters.";
            case Refusal.LINKAGE -> "The classes of the submission do not fit together.";
            case Refusal.NAME -> "Two classes have the same name, or one is not in the unnamed package.";
            default -> throw new WireException("an unknown reason");
        };
    }

    /// Used so far by this worker.
    public Usage usage() {
        return connection.usage();
    }

    @Override
    public void close() {
        connection.close();
    }
}
