package touchstone.sandbox;

import exercise.Toy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import touchstone.sandbox.Compilation.Compiled;

/// A compiler and workers over plain processes.
final class Bench implements AutoCloseable {
    static final Duration CALL = Duration.ofSeconds(2);
    static final String TOY = """
        public class Solution implements exercise.Toy {
            public double[][] scale(double[][] w, double r) { return null; }
            public Result keep(double[][] w, int k) { return null; }
            public double sum(double[] x) { return 0; }
            public double[][][] cube(int n) { return null; }
            public String name() { return null; }
        }
        """;

    final PlainSandbox sandbox = new PlainSandbox();
    final Limits limits;
    final BoxedCompiler compiler;

    Bench() {
        this(Limits.defaults());
    }

    Bench(Limits limits) {
        this.limits = limits;
        compiler = new BoxedCompiler(sandbox, limits, 1);
    }

    static List<ClassFile> contract() {
        return List.of(classFile(Toy.class), classFile(Toy.Result.class));
    }

    private static ClassFile classFile(Class<?> type) {
        try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return new ClassFile(type.getName(), in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The toy submission with one method's body replaced.
    static String toy(String method, String body) {
        return TOY.replaceFirst("(" + method + "\\([^)]*\\)) \\{[^}]*}",
                "$1 {" + java.util.regex.Matcher.quoteReplacement(body) + "}");
    }

    Compilation compile(String source) {
        return compiler.compile(List.of(new SourceFile("a.java", source)), contract());
    }

    Program program(String source) {
        if (compile(source) instanceof Compiled(var classes, var _)) {
            return new Program(Toy.class, contract(), classes);
        }
        throw new AssertionError(compile(source));
    }

    Worker worker() {
        return Worker.start(sandbox, BoxSpec.worker(), limits);
    }

    @Override
    public void close() {
        compiler.close();
        sandbox.close();
    }
}
