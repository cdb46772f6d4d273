package touchstone.sandbox.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Text;

/// Tells the judge what was thrown. A thrown object is the submission's code:
/// each of its methods may loop, throw or return megabytes. It is asked under the
/// call's deadline, everything it throws is caught, everything it returns is cut.
final class Throwables {
    private static final int MESSAGE_CHARS_MAX = 2048;
    private static final int NAME_CHARS_MAX = 256;
    private static final int TYPES_MAX = 16;
    private static final int FRAMES_MAX = 8;
    private static final int FRAMES_LOOKED_AT = 4096;

    /// The payload for an exhausted heap, made while there was memory.
    private static final byte[] OUT_OF_MEMORY = outOfMemory();

    private Throwables() {}

    static void write(Throwable thrown, @Nullable Submission submission, Line line, PrintSink printed)
            throws IOException {
        try {
            Throwable shown = unwrapped(thrown);
            List<String> types = types(shown);
            String message = message(shown);
            List<String> frames = frames(shown, submission);
            FrameWriter writer = line.begin(Kind.THREW);
            putTexts(writer, types);
            writer.putText(message);
            putTexts(writer, frames);
            writer.putBlock(printed.take());
        } catch (Throwable e) {
            writeOutOfMemory(line);
        }
    }

    private static void writeOutOfMemory(Line line) throws IOException {
        try {
            line.begin(Kind.THREW).putRaw(OUT_OF_MEMORY);
        } catch (OversizeException e) {
            throw new IOException(e);
        }
    }

    /// What a static initialiser threw, rather than the wrapper around it.
    private static Throwable unwrapped(Throwable thrown) {
        if (thrown.getClass() == ExceptionInInitializerError.class) {
            Throwable cause = thrown.getCause();
            return cause == null ? thrown : cause;
        }
        return thrown;
    }

    private static List<String> types(Throwable thrown) {
        var types = new ArrayList<String>();
        Class<?> type = thrown.getClass();
        while (type != null && type != Object.class && types.size() < TYPES_MAX) {
            types.add(Text.cut(type.getName(), NAME_CHARS_MAX));
            type = type.getSuperclass();
        }
        return types;
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : Text.clean(Text.cut(message, MESSAGE_CHARS_MAX));
        } catch (Throwable e) {
            return "";
        }
    }

    private static List<String> frames(Throwable thrown, @Nullable Submission submission) {
        var frames = new ArrayList<String>();
        if (submission == null) {
            return frames;
        }
        try {
            StackTraceElement[] trace = thrown.getStackTrace();
            int end = Math.min(trace.length, FRAMES_LOOKED_AT);
            for (int i = 0; i < end && frames.size() < FRAMES_MAX; i++) {
                if (submission.owns(trace[i].getClassName())) {
                    frames.add(frame(trace[i]));
                }
            }
        } catch (Throwable e) {
            return frames; // overridden: what was found so far will do
        }
        return frames;
    }

    private static String frame(StackTraceElement element) {
        String place = Text.cut(element.getClassName(), NAME_CHARS_MAX) + '.'
                + Text.cut(element.getMethodName(), NAME_CHARS_MAX);
        return Text.clean(element.getLineNumber() > 0 ? place + ':' + element.getLineNumber() : place);
    }

    private static void putTexts(FrameWriter writer, List<String> texts) throws OversizeException {
        writer.putInt(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            writer.putText(texts.get(i));
        }
    }

    /// One type, no message, no frames, nothing printed.
    private static byte[] outOfMemory() {
        byte[] name = "java.lang.OutOfMemoryError".getBytes(StandardCharsets.US_ASCII);
        var payload = new byte[Integer.BYTES * 5 + name.length];
        payload[0] = 1;
        payload[Integer.BYTES] = (byte) name.length;
        System.arraycopy(name, 0, payload, 2 * Integer.BYTES, name.length);
        return payload;
    }
}
