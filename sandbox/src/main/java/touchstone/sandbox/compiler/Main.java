package touchstone.sandbox.compiler;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;

/// The compiler's entry point.
public final class Main {
    private static final int FRAME_BYTES_MAX = 64 << 20;
    /// For honest deep expressions; javac descends once for each level.
    private static final long STACK_BYTES = 8 << 20;
    private static final int WARM_UPS = 6;

    private Main() {}

    public static void main(String[] arguments) {
        new Thread(null, Main::run, "compiler", STACK_BYTES).start();
    }

    private static void run() {
        int code = 0;
        try {
            serve();
        } catch (Throwable e) {
            code = 70;
        }
        Runtime.getRuntime().halt(code);
    }

    @SuppressWarnings("SystemOut") // nothing of javac's may reach the protocol
    private static void serve() throws Exception {
        var in = new FileInputStream(FileDescriptor.in);
        var out = new FileOutputStream(FileDescriptor.out);
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
        var reader = new FrameReader(in, FRAME_BYTES_MAX);
        var writer = new FrameWriter(FRAME_BYTES_MAX);
        writer.begin(Kind.HELLO, 0);
        writer.putInt(Kind.VERSION);
        writer.putByte(Kind.COMPILER);
        writer.send(out);
        var javac = new Javac();
        warmUp(javac, in);
        var desk = new Desk(javac, reader, writer);
        while (reader.next()) {
            desk.answer();
            writer.send(out);
        }
    }

    /// Compiles something of everyday kinds until somebody wants something: the first compilations
    /// cost twenty times as much as later ones.
    private static void warmUp(Javac javac, InputStream in) throws Exception {
        for (int i = 0; i < WARM_UPS && in.available() == 0; i++) {
            var source = new SourceObject(0, "WarmUp.java", i == 0 ? "class WarmUp {}" : WarmUp.SOURCE);
            var _ = javac.compile(List.of(source), List.of(), 1);
        }
    }
}
