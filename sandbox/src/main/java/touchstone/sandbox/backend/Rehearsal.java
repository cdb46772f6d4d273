package touchstone.sandbox.backend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import touchstone.sandbox.BoxSpec.Program;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.wire.Caps;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.ValueEncoder;

/// What a program hears when it is started once to record which classes it needs. A worker loads a
/// submission of everyday kinds and answers calls with every kind of value; what that touches of the
/// harness and of the JDK is then found in the image's archive instead of being loaded and linked
/// by each worker anew. The compiler warms itself up and hears nothing.
final class Rehearsal {
    private static final Caps CAPS = new Caps(1 << 16, 1 << 16, 1 << 16);
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final int CALLS = 3;

    private final List<byte[]> requests = new ArrayList<>();
    private final FrameWriter writer = new FrameWriter(FRAME_BYTES_MAX);
    private final ValueEncoder encoder = new ValueEncoder(CAPS);

    private Rehearsal() {}

    /// The requests to the program, one at a time as the protocol demands.
    static List<byte[]> of(Program program) {
        return switch (program) {
            case COMPILER -> List.of();
            case WORKER -> new Rehearsal().worker();
        };
    }

    private List<byte[]> worker() {
        try {
            load();
            writer.begin(Kind.CONSTRUCT, 1);
            send();
            var matrix = new double[][]{{0.5, -0.1, 0.3}, {-0.1, 0.8, -0.2}};
            for (int i = 0; i < CALLS; i++) {
                call("matrix", matrix, 0.5);
                call("matrix", matrix, -1.0);
                call("pair", new int[]{1, 2, 1}, "label", true);
            }
            return requests;
        } catch (IOException | OversizeException e) {
            throw new SandboxException("the rehearsal of a worker does not fit the wire", e);
        }
    }

    private void load() throws IOException, OversizeException {
        var classes = compile();
        writer.begin(Kind.LOAD, 1);
        for (int cap : new int[]{CAPS.cells(), CAPS.rows(), CAPS.textBytes(), 1 << 16}) {
            writer.putInt(cap);
        }
        writer.putByte(0);
        writer.putText("exercise.Rehearsal");
        writer.putText("Solution");
        putClasses(classes, "exercise.");
        putClasses(classes, "Solution");
        send();
    }

    private void putClasses(Map<String, byte[]> classes, String prefix) throws OversizeException {
        var chosen = classes.entrySet().stream().filter(each -> each.getKey().startsWith(prefix)).toList();
        writer.putInt(chosen.size());
        for (var each : chosen) {
            writer.putText(each.getKey());
            writer.putBlock(each.getValue());
        }
    }

    private void call(String method, Object... arguments) throws IOException, OversizeException {
        writer.begin(Kind.CALL, 1);
        writer.putText(method);
        writer.putInt(arguments.length);
        for (var argument : arguments) {
            encoder.encode(argument, writer);
        }
        send();
    }

    private void send() throws IOException {
        var frame = new ByteArrayOutputStream();
        writer.send(frame);
        requests.add(frame.toByteArray());
    }

    private static Map<String, byte[]> compile() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new LinkedHashMap<String, byte[]>();
        var files = new ForwardingJavaFileManager<JavaFileManager>(
                compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location,
                    String name,
                    JavaFileObject.Kind kind,
                    FileObject sibling) {
                return new Output(name, classes);
            }
        };
        var sources = List.of(new Source("Rehearsal"), new Source("Solution"));
        if (!compiler
                .getTask(null, files, null, List.of("-proc:none", "-XDstringConcat=inline"), null, sources)
                .call()) {
            throw new SandboxException("the rehearsal of a worker does not compile");
        }
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name) {
            super(URI.create("rehearsal:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            try (var in = Rehearsal.class.getResourceAsStream("rehearsal/" + name + ".java")) {
                if (in == null) {
                    throw new SandboxException("missing in this program: rehearsal/" + name + ".java");
                }
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new SandboxException("cannot read the rehearsal of a worker: " + e, e);
            }
        }

        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return true;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final String name;
        private final Map<String, byte[]> classes;

        Output(String name, Map<String, byte[]> classes) {
            super(URI.create("rehearsal:///" + name.replace('.', '/') + ".class"), JavaFileObject.Kind.CLASS);
            this.name = name;
            this.classes = classes;
        }

        @Override
        public ByteArrayOutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    classes.put(name, toByteArray());
                }
            };
        }
    }
}
