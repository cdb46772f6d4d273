package touchstone.sandbox.worker;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.wire.Caps;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Refusal;
import touchstone.sandbox.wire.ValueDecoder;
import touchstone.sandbox.wire.ValueEncoder;
import touchstone.sandbox.wire.WireException;

/// One submission's stay in the worker, request by request.
final class Session {
    private static final int ARGUMENTS_MAX = 255;

    private final FrameReader reader;
    private final Line line;
    private final PrintSink printed;
    private @Nullable Submission submission;
    private @Nullable Object instance;

    Session(FrameReader reader, Line line, PrintSink printed) {
        this.reader = reader;
        this.line = line;
        this.printed = printed;
    }

    void answer() throws IOException, OversizeException {
        line.open(reader.callId());
        if (printed.overflowed()) {
            line.refuse(Refusal.PRINTED);
            return;
        }
        int kind = reader.kind();
        try {
            if (kind == Kind.CALL) {
                call();
            } else if (kind == Kind.CONSTRUCT) {
                construct();
            } else if (kind == Kind.LOAD) {
                load();
            } else if (kind == Kind.PING) {
                reader.end();
                returned();
            } else {
                throw new WireException("no request for a worker");
            }
        } catch (OversizeException e) {
            line.refuse(Refusal.VALUE);
        }
    }

    private void load() throws IOException, OversizeException {
        if (submission != null && !submission.followed()) {
            throw new WireException("loaded before");
        }
        instance = null;
        var loaded = new Submission();
        int refusal;
        try {
            refusal = loaded.read(reader, printed);
        } catch (LinkageError e) {
            refusal = Refusal.LINKAGE;
        }
        if (refusal != 0) {
            line.refuse(refusal);
            return;
        }
        submission = loaded;
        returned();
    }

    private void construct() throws IOException, OversizeException {
        reader.end();
        Constructor<?> constructor = loaded().constructor();
        instance = null;
        try {
            instance = constructor.newInstance();
        } catch (InvocationTargetException e) {
            threw(e.getTargetException());
            return;
        } catch (Throwable e) {
            threw(e);
            return;
        }
        returned();
    }

    private void call() throws IOException, OversizeException {
        Submission loaded = loaded();
        String name = reader.getText(ARGUMENTS_MAX);
        int count = reader.getCount(ARGUMENTS_MAX, 1);
        Method method = loaded.method(name, count);
        int from = reader.position();
        Object result;
        @Nullable
        Object[] arguments;
        try {
            arguments = decode(loaded.decoder(), method);
            reader.end();
            Thread.interrupted(); // left pending by an earlier call
            result = method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            threw(e.getTargetException());
            return;
        } catch (WireException e) {
            throw e;
        } catch (Throwable e) {
            threw(e);
            return;
        }
        try {
            result(loaded, from, arguments, result);
        } catch (OutOfMemoryError | StackOverflowError e) {
            threw(e);
        }
    }

    private @Nullable Object[] decode(ValueDecoder decoder, Method method) throws WireException {
        Class<?>[] types = method.getParameterTypes();
        @Nullable
        Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = decoder.decode(reader, types[i]);
        }
        return arguments;
    }

    private void result(Submission loaded, int from, @Nullable Object[] arguments, @Nullable Object result)
            throws IOException, OversizeException {
        int flags = changed(loaded, from, arguments) ? Kind.ARGUMENTS_CHANGED : 0;
        if (Sharing.between(arguments, result)) {
            flags |= Kind.RESULT_SHARED;
        }
        FrameWriter writer = line.begin(Kind.RETURNED);
        writer.putByte(flags);
        writer.putBlock(printed.take());
        loaded.encoder().encode(result, writer);
        line.send();
    }

    /// Encodes the arguments once more and compares the bytes with those received.
    private boolean changed(Submission loaded, int from, @Nullable Object[] arguments) {
        ValueEncoder encoder = loaded.encoder();
        FrameWriter writer = line.begin(Kind.RETURNED);
        try {
            for (int i = 0; i < arguments.length; i++) {
                encoder.encode(arguments[i], writer);
            }
        } catch (OversizeException e) {
            return true;
        }
        return !writer.payloadEquals(reader, from);
    }

    private void returned() throws IOException, OversizeException {
        FrameWriter writer = line.begin(Kind.RETURNED);
        writer.putByte(0);
        writer.putBlock(printed.take());
        new ValueEncoder(new Caps(0, 0, 0)).encode(null, writer);
        line.send();
    }

    private void threw(Throwable thrown) throws IOException {
        Thread.interrupted();
        Throwables.write(thrown, loadedOrNull(), line, printed);
        line.send();
    }

    private @Nullable Submission loadedOrNull() {
        return submission;
    }

    private Submission loaded() throws WireException {
        if (submission == null) {
            throw new WireException("nothing is loaded");
        }
        return submission;
    }
}
