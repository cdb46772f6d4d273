package touchstone.judge.compile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Compilation;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.SourceFile;

/// javac in this JVM and in memory, for our own sources alone: a candidate's are
/// compiled in a box.
public final class Javac {
    private Javac() {}

    /// Compiles sources that may use the given class path.
    ///
    /// @param sources named by their path below the source root, such as `exercise/MagnitudePrune.java`
    public static Compilation compile(List<SourceFile> sources, String classPath) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler; run Touchstone with a full JDK 25");
        }
        var collector = new DiagnosticCollector<JavaFileObject>();
        var output = new Output(
                compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8));
        var options = List.of("-proc:none", "-implicit:none", "-parameters", "-g", "-Xlint:none",
                "-classpath", classPath);
        var units = sources.stream().map(Source::new).toList();
        boolean compiled = compiler.getTask(null, output, collector, options, null, units).call();
        var diagnostics = collector.getDiagnostics().stream().map(Javac::convert).toList();
        return compiled ? new Compilation.Compiled(output.classes(), diagnostics)
                : new Compilation.Rejected(diagnostics);
    }

    private static Diagnostic convert(javax.tools.Diagnostic<? extends JavaFileObject> found) {
        var severity = found.getKind() == javax.tools.Diagnostic.Kind.ERROR ? Diagnostic.Severity.ERROR
                : Diagnostic.Severity.WARNING;
        var file = found.getSource() instanceof Source source ? source.file.name() : "";
        int start = (int) Math.max(0, found.getStartPosition());
        return new Diagnostic(severity, file, Math.max(0, found.getLineNumber()),
                Math.max(0, found.getColumnNumber()), start, (int) Math.max(start, found.getEndPosition()),
                found.getCode(), found.getMessage(Locale.ROOT));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("memory:///" + file.name()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }

        /// The unnamed package's files may have any name: class `Solution` is
        /// not always in Solution.java.
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }

    /// Keeps classes in memory, in the order in which javac makes them.
    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

        Output(StandardJavaFileManager files) {
            super(files);
        }

        List<ClassFile> classes() {
            var files = new ArrayList<ClassFile>();
            classes.forEach((name, bytes) -> files.add(new ClassFile(name, bytes.toByteArray())));
            return files;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
