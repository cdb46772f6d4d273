package touchstone.judge.formula;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ExpressionEvaluator;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.SandboxException;

/// What a worker must load to evaluate formulas: Janino, as it lies on our own class path, and its caller.
final class JaninoClasses {
    private static final String SUFFIX = ".class";

    private JaninoClasses() {}

    static List<ClassFile> read() {
        var classes = new ArrayList<ClassFile>();
        try {
            for (var type : List.of(Calculation.class, JaninoCalculation.class)) {
                classes.add(own(type));
            }
            for (var type : List.of(ExpressionEvaluator.class, CompileException.class)) {
                addJar(type, classes);
            }
            return classes;
        } catch (IOException | URISyntaxException e) {
            throw new SandboxException("cannot read Janino's classes: " + e, e);
        }
    }

    private static ClassFile own(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream(type.getSimpleName() + SUFFIX)) {
            if (in == null) {
                throw new IOException(type + " is missing");
            }
            return new ClassFile(type.getName(), in.readAllBytes());
        }
    }

    private static void addJar(Class<?> type, List<ClassFile> classes)
            throws IOException, URISyntaxException {
        var place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var jar = new JarFile(place.toFile())) {
            for (var entry : jar.stream().filter(JaninoClasses::isWanted).toList()) {
                var name = entry.getName();
                try (var in = jar.getInputStream(entry)) {
                    classes.add(new ClassFile(
                            name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'),
                            in.readAllBytes()));
                }
            }
        }
    }

    private static boolean isWanted(JarEntry entry) {
        return entry.getName().startsWith("org/") && entry.getName().endsWith(SUFFIX);
    }
}
