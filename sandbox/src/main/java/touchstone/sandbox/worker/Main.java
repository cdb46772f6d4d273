package touchstone.sandbox.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.Kind;

/// The worker's entry point.
public final class Main {
    /// The same as the judge's; a frame beyond it never arrives.
    private static final int FRAME_BYTES_MAX = 64 << 20;

    private Main() {}

    public static void main(String[] arguments) {
        int code = 0;
        try {
            serve();
        } catch (Throwable e) {
            code = 70;
        }
        // not System.exit: the submission may have registered shutdown hooks
        Runtime.getRuntime().halt(code);
    }

    @SuppressWarnings("SystemOut") // the submission's streams become ours to count
    private static void serve() throws Exception {
        var reader = new FrameReader(new FileInputStream(FileDescriptor.in), FRAME_BYTES_MAX);
        var line = new Line(new FileOutputStream(FileDescriptor.out), FRAME_BYTES_MAX);
        var printed = new PrintSink(line);
        var stream = new PrintStream(printed, false, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        System.setIn(InputStream.nullInputStream());
        var session = new Session(reader, line, printed);
        line.hello(Kind.WORKER);
        while (reader.next()) {
            session.answer();
        }
    }
}
